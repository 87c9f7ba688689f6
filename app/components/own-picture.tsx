import type { PictureName, ShortVersion } from "~/domain/consent/short-version";
import type { ConsentScope } from "~/domain/record/fields";

const RING = "M24 42a18 18 0 1 0 0-36 18 18 0 0 0 0 36Z";

/** Each says what the words beside it say, and is not read out. */
const pictures: Record<PictureName, string> = {
  live: "M4 10h40v26H4ZM16 43h16M20 17v12l11-6Z",
  face: "M24 23a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM8 42c0-19 32-19 32 0Z",
  voice: "M24 5a6 6 0 0 0-6 6v11a6 6 0 0 0 12 0V11a6 6 0 0 0-6-6ZM11 21c0 17 26 17 26 0M24 34v9M16 43h16",
  name: "M5 12h38v25H5ZM12 19h24M12 29h14",
  chat: "M6 8h36v24H22l-10 9v-9H6ZM14 17h20M14 24h13",
  record: `${RING}M24 31a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z`,
  again: "M39 15A18 18 0 1 0 42 26M40 5v11H29M20 17v14l12-7Z",
  watch: "M4 24c8-14 32-14 40 0-8 14-32 14-40 0Zm14 0a6 6 0 1 0 12 0 6 6 0 1 0-12 0Z",
  photo: "M5 14h9l4-6h12l4 6h9v26H5ZM24 34a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z",
  building: "M6 42V16h15v26ZM27 42V6h15v36ZM11 23h5M11 31h5M32 14h5M32 22h5M32 30h5",
  phone: "M10 6h8l4 10-5 4c2 5 6 9 11 11l4-5 10 4v8c-18 8-40-14-32-32Z",
  people:
    "M17 21a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM4 40c0-17 26-17 26 0ZM31 8a7 7 0 0 1 0 13M35 28c6 2 9 6 9 12",
  copies: "M6 14h24v28H6ZM14 14V6h28v28H30M12 23h12M12 31h12",
  bin: "M7 12h34M18 12V6h12v6M11 12l2 31h22l2-31M20 20v15M28 20v15",
  clock: `${RING}M24 13v12l8 5`,
  hidden: "M4 24c8-14 32-14 40 0-8 14-32 14-40 0ZM8 42 40 6",
};

/** The picture beside the heading of each question. */
export const pictureOf: Record<ConsentScope, PictureName> = {
  take_part: "live",
  camera: "face",
  voice: "voice",
  name_shown: "name",
  chat: "chat",
  recording_kept: "record",
  rebroadcast: "again",
  public_broadcast: "watch",
  images: "photo",
  third_party: "building",
  parent_contact: "phone",
};

export function OwnPicture({ name }: { name: PictureName }) {
  return (
    <svg className="picture" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path d={pictures[name]} />
    </svg>
  );
}

/** The short version of a question, a picture beside each line. */
export function ShortLines({ short }: { short: ShortVersion }) {
  return (
    <ul className="short">
      {short.map(({ picture, line }) => (
        <li key={line}>
          <OwnPicture name={picture} />
          {line}
        </li>
      ))}
    </ul>
  );
}
