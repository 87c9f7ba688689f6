import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { DateInput } from "~/components/date-input";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { PageHeading, Section } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { TakeOffList } from "~/components/take-off-list";
import { TextField } from "~/components/text-field";
import { loadSettings } from "~/data/organisation-settings.server";
import type { Actor } from "~/domain/actor";
import { may } from "~/domain/permissions";
import { dateInWords, parseDate } from "~/domain/time/words";
import { dateParts } from "~/forms/date-field";
import { formName } from "~/forms/form-name";
import { parseForm, rejected } from "~/forms/parse-form";
import { accountForm, takeOffForm } from "~/forms/settings-forms";
import { answerRefusal, answerShared } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { homeToday } from "~/http/today.server";
import { paths } from "~/paths";
import { approveAccount } from "~/services/approve-account.server";
import { endAccount } from "~/services/end-account.server";

export const handle = titled("Approved accounts");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.view");
  const { organisation } = await loadSettings(actor);
  const today = homeToday();
  return {
    mayEdit: may(actor, "organisation.edit"),
    defaults: { validFrom: dateParts(today) },
    accounts: organisation.approvedAccounts
      .filter(({ validTo }) => validTo === null || validTo > today)
      .map(({ id, label, validFrom }) => ({
        id,
        label,
        detail: `Approved from ${dateInWords(parseDate(validFrom))}`,
      })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.edit");
  return (await formName(args.request)) === "add" ? add(actor, args.request) : takeOff(actor, args.request);
}

async function add(actor: Actor, request: Request) {
  const form = await parseForm(accountForm, request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await approveAccount(actor, form.data, { submission });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.accounts, "added");
}

async function takeOff(actor: Actor, request: Request) {
  const form = await parseForm(takeOffForm, request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  return answerShared(form, await endAccount(actor, form.data.id, { submission }), {
    to: paths.accounts,
    saved: "removed",
  });
}

export default function Accounts() {
  const { accounts, mayEdit, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.settings}>Settings</BackLink>
      <PageHeading
        title="Approved accounts"
        lead="Young people are contacted only through accounts that belong to the organisation. Sessions choose from this list."
      />
      {accounts.length === 0 ? (
        <EmptyState title="No accounts yet">
          For example, the organisation&rsquo;s Zoom account and its e-mail address for invitations.
        </EmptyState>
      ) : (
        <TakeOffList items={accounts} mayEdit={mayEdit} deed="Take off the list" />
      )}
      {mayEdit ? (
        <Section heading="Approve an account">
          <SchemaForm schema={accountForm} name="add" defaults={defaults}>
            <TextField
              name="label"
              label="Which account is it?"
              hint="For example, Zoom: events@lanternmoor.org.uk"
              spellCheck={false}
            />
            <DateInput name="validFrom" label="From which day may it be used?" />
            <Button>Approve the account</Button>
          </SchemaForm>
        </Section>
      ) : null}
    </>
  );
}
