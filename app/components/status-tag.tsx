import { statusWords, type SessionStatus } from "~/domain/session/status";
import { Tag, type TagColour } from "./tag";

type Look = { colour: TagColour; shape: Shape };
type Shape = keyof typeof SHAPES;

const SHAPES = {
  check: "M2 6.4 4.8 9.2 10 3.2",
  cross: "M2.6 2.6l6.8 6.8M9.4 2.6 2.6 9.4",
  exclamation: "M6 1.5v5.5M6 10.4v.1",
  pause: "M4 2.2v7.6M8 2.2v7.6",
  back: "M5 2.4 1.8 5.6 5 8.8M2 5.6h5.2a2.8 2.8 0 0 1 0 5",
  ring: "M6 1.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 0 1 0-8.8Z",
  dotted: "M6 1.6v.1M9.8 3.8v.1M9.8 8.2v.1M6 10.4v.1M2.2 8.2v.1M2.2 3.8v.1",
  clock: "M6 1.4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 0 1 0-9.2ZM6 3.4V6l1.8 1.2",
  disc: "M6 4a2 2 0 1 1 0 4a2 2 0 0 1 0-4Z",
  square: "M2.4 2.4h7.2v7.2H2.4Z",
} as const;

const LOOKS: Record<SessionStatus, Look> = {
  draft: { colour: "grey", shape: "dotted" },
  not_ready: { colour: "red", shape: "exclamation" },
  ready: { colour: "blue", shape: "ring" },
  waiting_for_sign_off: { colour: "yellow", shape: "clock" },
  signed_off: { colour: "green", shape: "check" },
  sign_off_suspended: { colour: "red", shape: "pause" },
  sign_off_lapsed: { colour: "red", shape: "cross" },
  returned: { colour: "yellow", shape: "back" },
  live: { colour: "solid", shape: "disc" },
  finished: { colour: "outline", shape: "square" },
  recorded_late: { colour: "grey", shape: "clock" },
  cancelled: { colour: "grey", shape: "cross" },
};

/** A session's status as word, shape and colour together. */
export function StatusTag({ status }: { status: SessionStatus }) {
  const { colour, shape } = LOOKS[status];
  return (
    <Tag colour={colour} shape={<TagShape shape={shape} />}>
      {statusWords[status]}
    </Tag>
  );
}

function TagShape({ shape }: { shape: Shape }) {
  return (
    <svg className="app-tag__shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d={SHAPES[shape]} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  );
}
