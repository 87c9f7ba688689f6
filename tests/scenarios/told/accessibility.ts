import type { AccessFeature } from "~/domain/record/fields";
import { zoomMeeting } from "../../factories/platform-modes";
import type { Trait } from "../../factories/record";
import { alsoOn, find, statedAt, statedNo, withParticipant, withSession } from "../../factories/traits";
import type { Case } from "../amiss/case";
import { casesFrom } from "../amiss/case";
import type { Told } from "./told";

const one = casesFrom<Told[]>({});
const needsCaptions = casesFrom<Told[]>(
  {},
  withParticipant("bryony-cattermoss", { needs: ["captions"] }),
  withOffers([], ["captions"]),
);

function withOffers(features: AccessFeature[], arrangedFor: AccessFeature[]): Trait {
  const arrangements = arrangedFor.map((need) => ({ need, arrangement: "Wren sits beside them" }));
  return withSession({ accessibility: { features, arrangements } });
}

/** What people need, and what the platform and the planner offer, one thing at a time. */
export const accessibilityTold: Case<Told[]>[] = [
  one(
    "a need that the platform does not meet",
    withParticipant("bryony-cattermoss", { needs: ["captions", "sign_language"] }),
    { R24: [["wrong need_not_met participant:bryony-cattermoss", "accessibility platform"]] },
  ),
  needsCaptions("a need that is arranged for and offered", withOffers(["captions"], ["captions"]), {}),
  needsCaptions(
    "an arrangement for somebody else's need",
    (record) => {
      withParticipant("bryony-cattermoss", { needs: ["sign_language"] })(record);
      withOffers([], ["captions"])(record);
    },
    { R24: [["wrong need_not_met participant:bryony-cattermoss", "accessibility platform"]] },
  ),
  one("no feature on record", withOffers([], []), {
    R24: [["silent no_feature session", "accessibility", "greenroom"]],
  }),
  one("an arrangement instead of a feature", withOffers([], ["breaks"]), {}),
  one("only a feature that the platform lacks", withOffers(["sign_language"], []), {
    R24: [
      ["wrong feature_not_offered feature:sign_language", "accessibility platform_record:zoom-meeting"],
      ["silent no_feature session", "accessibility", "greenroom"],
    ],
  }),
  one(
    "a feature that the platform lacks, and is arranged",
    withOffers(["captions", "sign_language"], ["sign_language"]),
    {},
  ),
  one(
    "a feature of which nobody knows whether the platform has it",
    (record) => void (find(record.platformModes, "zoom-meeting").features.captions = "unknown"),
    {
      R24: [
        ["wrong feature_not_offered feature:captions", "accessibility platform_record:zoom-meeting"],
        ["silent no_feature session", "accessibility", "greenroom"],
      ],
    },
  ),
  one(
    "a second platform without the feature of the first",
    (record) => {
      alsoOn(
        zoomMeeting({
          id: "zoom-webinar",
          features: { ...zoomMeeting().features, captions: "no" },
        }),
      )(record);
    },
    {
      R24: [
        ["wrong feature_not_offered feature:captions", "accessibility platform_record:zoom-meeting"],
        ["silent no_feature session", "accessibility", "greenroom"],
      ],
    },
  ),
  one("needs asked before the platform was chosen", statedAt("needs_asked", "2026-11-02T09:59:59Z"), {
    R24: [["silent statement_outdated session", "accessibility"]],
  }),
  one("needs asked when the platform was chosen", statedAt("needs_asked", "2026-11-02T10:00:00Z"), {}),
  one("needs said not to have been asked", statedNo("needs_asked"), {
    R24: [["wrong statement_refused session", "accessibility"]],
  }),
];
