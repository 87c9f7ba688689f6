import type { SessionRecord } from "~/domain/record/schema";
import { edgesOfAdults } from "./records/edges-of-adults";
import { edgesOfAge } from "./records/edges-of-age";
import { edgesOfChange } from "./records/edges-of-change";
import { edgesOfConsent } from "./records/edges-of-consent";
import { edgesOfPlatform } from "./records/edges-of-platform";
import { s01 } from "./records/s01";
import { s02 } from "./records/s02";
import { s03 } from "./records/s03";
import { s04 } from "./records/s04";
import { s05 } from "./records/s05";
import { s06 } from "./records/s06";
import { s07 } from "./records/s07";
import { s08 } from "./records/s08";
import { s09 } from "./records/s09";
import { s10 } from "./records/s10";
import { s11 } from "./records/s11";
import { s12 } from "./records/s12";

/** Every scenario record by the name of its file. */
export const scenarios: Record<string, SessionRecord> = {
  ...s01,
  ...s02,
  ...s03,
  ...s04,
  ...s05,
  ...s06,
  ...s07,
  ...s08,
  ...s09,
  ...s10,
  ...s11,
  ...s12,
  ...edgesOfAge,
  ...edgesOfAdults,
  ...edgesOfPlatform,
  ...edgesOfChange,
  ...edgesOfConsent,
};
