import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { InsetText } from "~/components/callout";
import { titled } from "~/components/document-title";
import { EmailAddress } from "~/components/email-address";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { Table } from "~/components/table";
import { Tag, type TagColour } from "~/components/tag";
import { listMail, type MailState } from "~/data/mail.server";
import { HOME_ZONE } from "~/domain/time/today";
import { instantInWords } from "~/domain/time/words";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";

export const handle = titled("Mail");

const states: Record<MailState, { words: string; colour: TagColour }> = {
  sent: { words: "Sent", colour: "green" },
  waiting: { words: "Not sent yet", colour: "yellow" },
  not_sent_yet: { words: "Not sent yet", colour: "yellow" },
  refused: { words: "Refused", colour: "red" },
  given_up: { words: "Not sent", colour: "red" },
};

const hints: Partial<Record<MailState, string>> = {
  not_sent_yet: "The mail server did not take it. It is tried again by itself.",
  refused: "The mail server refuses this address. Look whether it is right.",
  given_up: "It could not be sent while it was of use.",
};

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "user.edit");
  const mails = await listMail(actor);
  return {
    sendsMail: args.context.sendsMail,
    mails: mails.map(({ id, to, subject, queuedAt, sentAt, state }) => ({
      id,
      to,
      subject,
      at: instantInWords(sentAt ?? queuedAt, HOME_ZONE),
      state,
    })),
  };
}

export default function Mail() {
  const { sendsMail, mails } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.settings}>Settings</BackLink>
      <PageHeading
        title="Mail"
        lead="What left by email, and what has not left yet. What a mail says is for its reader alone and is not shown."
      />
      {sendsMail ? null : (
        <InsetText>
          This Greenroom sends no mail. People are invited, and passwords reset, with codes on paper.
        </InsetText>
      )}
      {mails.length === 0 ? (
        sendsMail && <EmptyState title="There is no mail yet" />
      ) : (
        <Table
          caption="Mail, newest first"
          hiddenCaption
          rows={mails}
          rowKey={({ id }) => id}
          columns={[
            { heading: "To", cell: ({ to }) => <EmailAddress>{to}</EmailAddress> },
            { heading: "Subject", cell: ({ subject }) => subject },
            { heading: "When", cell: ({ at }) => at },
            { heading: "State", cell: ({ state }) => <State state={state} /> },
          ]}
        />
      )}
    </>
  );
}

function State({ state }: { state: MailState }) {
  const { words, colour } = states[state];
  return (
    <>
      <Tag colour={colour}>{words}</Tag>
      {hints[state] ? <p className="govuk-hint">{hints[state]}</p> : null}
    </>
  );
}
