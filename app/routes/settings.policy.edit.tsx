import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { PolicyFields } from "~/components/policy-fields";
import { SchemaForm } from "~/components/schema-form";
import { loadSettings } from "~/data/organisation-settings.server";
import { parseForm, rejected } from "~/forms/parse-form";
import { policyDefaults, policyForm, policyLabels, policyWords } from "~/forms/policy-form";
import { answerRefusal, answerStale } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { homeToday } from "~/http/today.server";
import { paths } from "~/paths";
import { changePolicy } from "~/services/change-policy.server";

export const handle = titled("Change the policy");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.edit");
  const [newest] = (await loadSettings(actor)).policies;
  if (!newest) throw new Error("The organisation has no policy");
  return { version: newest.version, defaults: policyDefaults(newest, homeToday()) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.edit");
  const form = await parseForm(policyForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: form.data };
  const outcome = await changePolicy(actor, form.data, { version: form.version, submission });
  if (outcome.ok) return redirectWithNotice(paths.policy, "policy_changed");
  if (outcome.refusal.code !== "stale_version") return answerRefusal(form, outcome.refusal);
  return answerStale(form, {
    to: paths.policy,
    labels: policyLabels,
    words: policyWords,
    reload: () => loader(args),
  });
}

export default function EditPolicy() {
  const { version, defaults } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.policy}>Policy</BackLink>
      <SchemaForm schema={policyForm} defaults={defaults} version={version}>
        <PageHeading
          title="Change the policy"
          lead="It becomes a new version. Sessions before its first day are judged by the version before."
        />
        <PolicyFields />
        <Button>Save as a new version</Button>
      </SchemaForm>
    </>
  );
}
