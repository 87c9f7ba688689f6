import type { ConsentScope } from "../record/fields";

/**
 * The questions that a new organisation starts with, one for each scope, in English: short sentences, one idea each,
 * yes and no alike. They promise only what can be kept: a recording that was published can never be
 * called back. What a session's plan holds, or says to ask about, is told beside them.
 */
export const defaultConsentWordings: Record<ConsentScope, string> = {
  take_part:
    "Do you want to join this live session? Live means people see and hear it straight away. You choose. You can say yes to some things and no to others. You can change your mind at any time.",
  camera: "Can we show your face? Other people in the session will see you. You can join without being seen.",
  voice: "Can we use your voice? Other people in the session will hear you. You can join without speaking.",
  name_shown:
    "Can we show a name for you? It can be your first name or a made-up name. We will never show your last name.",
  chat: "Do you want to write in the chat? Other people can see what you write. We may not be able to delete it.",
  recording_kept:
    "Can we keep a recording that you are in? We keep it until a set day. Then we delete our copy.",
  rebroadcast:
    "Can a recording that you are in be shown again? Other people may keep a copy. We may not be able to get every copy back.",
  public_broadcast:
    "Can you be in a session that anybody can watch? We cannot choose who watches. Somebody may keep a copy. We may not be able to get it back.",
  images: "Can we take pictures that you are in? If we publish one, we may not be able to get it back.",
  third_party:
    "Another organisation runs this session with us. We tell you its name. Can it use what it needs to know about you?",
  parent_contact:
    "Can we get in touch with your parent or carer? We tell you first what we want to say. You can say no.",
};

/** The language of the wordings above. */
export const defaultWordingLanguage = "en-GB";
