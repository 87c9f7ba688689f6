import { probeIsolation } from "../support/isolation-probes";

probeIsolation("ownerUrl");
