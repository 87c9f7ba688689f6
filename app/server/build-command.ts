import { buildIfNeeded } from "./build";

buildIfNeeded(console.log);
