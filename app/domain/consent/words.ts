import type { ConsentScope } from "../record/fields";

/** What somebody agrees to, so that it reads on after "has agreed to". */
export const scopeWords: Record<ConsentScope, string> = {
  take_part: "take part",
  camera: "be seen on camera",
  voice: "be heard",
  name_shown: "have a name shown",
  chat: "post in the chat",
  recording_kept: "be in a recording that is kept",
  rebroadcast: "be in a recording that is shown again",
  public_broadcast: "be on a stream that strangers can watch",
  images: "be in photos or screenshots",
  third_party: "have another organisation use their data",
  parent_contact: "us contacting a parent or carer",
};
