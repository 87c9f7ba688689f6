import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { titled } from "~/components/document-title";
import { KeptCurrent } from "~/components/kept-current";
import { PrintSheet } from "~/components/print-sheet";
import { RunSheet } from "~/components/run-sheet";
import { alertsOf, isNear } from "~/components/run-sheet-alerts";
import { runSheetOf, sheetCode } from "~/components/run-sheet-content";
import { TextLink } from "~/components/text-link";
import { findBriefingWords } from "~/data/briefing-words.server";
import { withAllWhoLeft } from "~/data/who-left.server";
import { suggestedHelpLines } from "~/domain/defaults/help-lines";
import { instantInWords } from "~/domain/time/words";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";

export const handle = titled<{ content: { title: string } }>(
  ({ content }) => `Run sheet of ${content.title}`,
);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, record, status, readiness, sessionId } = await requireSession(args);
  const { at } = readiness;
  const alerts = alertsOf(await withAllWhoLeft(actor, record), at);
  const content = runSheetOf(record, status, await findBriefingWords(actor), alerts);
  const madeAt = instantInWords(at, record.session.zone);
  const help = suggestedHelpLines.map(({ name, number, forWhom }) => ({ name, number, forWhom }));
  const near = isNear(record, at);
  return { sessionId, content, code: sheetCode(content), madeAt, help, near };
}

export default function RunSheetPage() {
  const { sessionId, content, code, madeAt, help, near } = useLoaderData<typeof loader>();
  return (
    <PrintSheet reference={`${content.reference}, code ${code}, made on ${madeAt}`}>
      <BackLink to={paths.session(sessionId)}>{content.title}</BackLink>
      {near ? <KeptCurrent madeAt={madeAt} /> : null}
      <RunSheet
        content={content}
        help={help}
        next={<TextLink to={paths.readiness(sessionId)}>See its readiness</TextLink>}
      />
      <p className="app-run-sheet__code">
        Code <b>{code}</b>, made on {madeAt}. Before the session, open this page again: where the code on the
        screen is another, the print is out of date.
      </p>
    </PrintSheet>
  );
}
