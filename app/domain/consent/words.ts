import type { ConsentScope } from "../record/fields";
import type { ConsentEvent, Relationship } from "../record/participant";

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

/** A scope as the heading of a column or a question. */
export const scopeHeadings: Record<ConsentScope, string> = {
  take_part: "Take part",
  camera: "Be seen",
  voice: "Be heard",
  name_shown: "A name is shown",
  chat: "Post in the chat",
  recording_kept: "Recording kept",
  rebroadcast: "Shown again",
  public_broadcast: "Strangers can watch",
  images: "Photos or screenshots",
  third_party: "Another organisation",
  parent_contact: "Contact at home",
};

/** How an answer reached us, so that it reads on after "yes". */
export const howWords: Record<ConsentEvent["how"], string> = {
  in_person: "in person",
  phone: "by phone",
  text: "by text message",
  paper: "on paper",
  link: "through their link",
  our_device: "in person, on our device",
};

const relationshipWords: Record<Relationship, string> = {
  self: "Themselves",
  parent: "Parent or carer",
  person_with_parental_responsibility: "Person with parental responsibility",
  local_authority: "Local authority",
  sibling: "Sibling",
  worker: "Worker",
  other: "Somebody else",
};

/** Who answered: "Themselves", or "Parent or carer, Dana Reed". */
export function giverWords({ relationship, name }: ConsentEvent["giver"]): string {
  const words = relationshipWords[relationship];
  return name ? `${words}, ${name}` : words;
}
