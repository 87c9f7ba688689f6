import type { ShortVersion } from "../consent/short-version";
import type { ConsentScope } from "../record/fields";

/** The short version of each question that a new organisation starts with: what a yes means, and how else they can join. */
export const defaultShortVersions: Record<ConsentScope, ShortVersion> = {
  take_part: [
    { picture: "live", line: "It is live. People see it straight away." },
    { picture: "people", line: "You choose what you do." },
  ],
  camera: [
    { picture: "watch", line: "Other people will see you." },
    { picture: "hidden", line: "You can join without being seen." },
  ],
  voice: [
    { picture: "voice", line: "Other people will hear you." },
    { picture: "hidden", line: "You can join without speaking." },
  ],
  name_shown: [
    { picture: "watch", line: "Other people will read the name." },
    { picture: "name", line: "You can make one up." },
  ],
  chat: [
    { picture: "watch", line: "Other people can read it." },
    { picture: "copies", line: "We may not be able to delete it." },
  ],
  recording_kept: [
    { picture: "record", line: "You are in a recording." },
    { picture: "bin", line: "We keep it for a time. Then we delete our copy." },
  ],
  rebroadcast: [
    { picture: "again", line: "More people will see it later." },
    { picture: "copies", line: "Some copies may stay." },
  ],
  public_broadcast: [
    { picture: "watch", line: "We cannot choose who watches." },
    { picture: "copies", line: "Some copies may stay." },
  ],
  images: [
    { picture: "photo", line: "You are in the pictures." },
    { picture: "copies", line: "Some copies may stay." },
  ],
  third_party: [
    { picture: "building", line: "They work with us on this." },
    { picture: "name", line: "They use some facts about you." },
  ],
  parent_contact: [
    { picture: "phone", line: "We talk with them." },
    { picture: "people", line: "We tell you first." },
  ],
};
