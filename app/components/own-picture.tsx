import type { ConsentScope } from "~/domain/record/fields";

const EYE = "M4 24c8-14 32-14 40 0-8 14-32 14-40 0Zm14 0a6 6 0 1 0 12 0 6 6 0 1 0-12 0Z";
const BUBBLE = "M6 8h36v24H22l-10 9v-9H6ZM14 17h20M14 24h13";

/** One picture for each question: it says what the heading beside it says, and is not read out. */
const pictures: Record<ConsentScope, string> = {
  take_part: "M4 10h40v26H4ZM16 43h16M20 17v12l11-6Z",
  camera: "M24 23a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM8 42c0-19 32-19 32 0Z",
  voice: "M24 5a6 6 0 0 0-6 6v11a6 6 0 0 0 12 0V11a6 6 0 0 0-6-6ZM11 21c0 17 26 17 26 0M24 34v9M16 43h16",
  name_shown: "M5 12h38v25H5ZM12 19h24M12 29h14",
  chat: BUBBLE,
  recording_kept: "M24 42a18 18 0 1 0 0-36 18 18 0 0 0 0 36ZM24 31a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z",
  rebroadcast: "M39 15A18 18 0 1 0 42 26M40 5v11H29M20 17v14l12-7Z",
  public_broadcast: EYE,
  images: "M5 14h9l4-6h12l4 6h9v26H5ZM24 34a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z",
  third_party: "M6 42V16h15v26ZM27 42V6h15v36ZM11 23h5M11 31h5M32 14h5M32 22h5M32 30h5",
  parent_contact: "M10 6h8l4 10-5 4c2 5 6 9 11 11l4-5 10 4v8c-18 8-40-14-32-32Z",
};

export function OwnPicture({ scope }: { scope: ConsentScope }) {
  return (
    <svg className="picture" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path d={pictures[scope]} />
    </svg>
  );
}
