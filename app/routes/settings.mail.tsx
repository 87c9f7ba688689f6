import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { InsetText } from "~/components/callout";
import { titled } from "~/components/document-title";
import { EmailAddress } from "~/components/email-address";
import { EmptyState } from "~/components/empty-state";
import { mailStateHints, mailStateWords } from "~/components/mail-words";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { listMail, type MailKind } from "~/data/mail.server";
import type { MailState } from "~/domain/mail-state";
import { HOME_ZONE } from "~/domain/time/today";
import { instantInWords } from "~/domain/time/words";
import { parseForm, rejected } from "~/forms/parse-form";
import { sendAgainForm } from "~/forms/settings-forms";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { sendStaffMailAgain } from "~/services/send-mail-again.server";

export const handle = titled("Mail");

const kinds: Record<MailKind, string> = {
  invitation: "Invitation",
  password_reset: "Link to a new password",
  checkpoint: "Checkpoint of the audit trail",
  consent_request: "Link to answer",
};

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "user.edit");
  const mails = await listMail(actor);
  return {
    sendsMail: args.context.sendsMail,
    mails: mails.map(({ id, kind, to, queuedAt, sentAt, state }) => ({
      id,
      to,
      what: kinds[kind],
      at: instantInWords(sentAt ?? queuedAt, HOME_ZONE),
      state,
      again: state === "may_not_have_left" && to !== null,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "user.edit");
  const form = await parseForm(sendAgainForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await sendStaffMailAgain(actor, form.data.mailId, { submission });
  return outcome.ok
    ? redirectWithNotice(paths.mail, "mail_sent_again")
    : answerRefusal(form, outcome.refusal);
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
            {
              heading: "To",
              cell: ({ to }) => (to ? <EmailAddress>{to}</EmailAddress> : "A young person"),
            },
            { heading: "What", cell: ({ what }) => what },
            { heading: "When", cell: ({ at }) => at },
            { heading: "State", cell: (mail) => <State {...mail} /> },
          ]}
        />
      )}
    </>
  );
}

type StateProps = { id: string; to: string | null; what: string; state: MailState; again: boolean };

function State({ id, to, what, state, again }: StateProps) {
  const { words, colour } = mailStateWords[state];
  const hint = mailStateHints[state];
  return (
    <>
      <Tag colour={colour}>{words}</Tag>
      {hint ? <p className="govuk-hint">{hint}</p> : null}
      {again ? (
        <SchemaForm schema={sendAgainForm} name={`again-${id}`}>
          <input type="hidden" name="mailId" value={id} />
          <Button kind="secondary">
            Send again
            <span className="govuk-visually-hidden">
              : {what} to {to}
            </span>
          </Button>
        </SchemaForm>
      ) : null}
    </>
  );
}
