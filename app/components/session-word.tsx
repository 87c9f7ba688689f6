import { InsetText } from "./callout";
import type { SessionHead } from "./session-head";
import { TextLink } from "./text-link";

/** What is to know about where a session stands, in somebody's own words where there are any. */
export function SessionWord({ word }: { word: SessionHead["word"] }) {
  if (!word) return null;
  return (
    <InsetText>
      <p>{word.text}</p>
      {word.quote ? <blockquote className="app-quote">{word.quote}</blockquote> : null}
      {word.link ? <TextLink to={word.link.to}>{word.link.text}</TextLink> : null}
    </InsetText>
  );
}
