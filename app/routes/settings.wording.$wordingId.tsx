import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { WordingCheck, type CheckedWording } from "~/components/wording-check";
import { WordingFields } from "~/components/wording-fields";
import { findCurrentWordings } from "~/data/consent-wordings.server";
import { findWordingReach } from "~/data/wording-reach.server";
import { isSameQuestion, readWhole } from "~/domain/consent/short-version";
import { scopeHeadings } from "~/domain/consent/words";
import { defaultWordingLanguage } from "~/domain/defaults/consent-wordings";
import { formName } from "~/forms/form-name";
import { parseForm, refused, rejected } from "~/forms/parse-form";
import { readingFigures } from "~/forms/reading-figures";
import { wordingDefaults, wordingForm, wordingLabels } from "~/forms/wording-form";
import { answerSharedEdit } from "~/http/answer.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { publishWording } from "~/services/publish-wording.server";

export const handle = titled<{ heading: string }>(({ heading }) => `Change the question: ${heading}`);

/** @throws Response 404 for a question that the organisation does not ask */
async function requireQuestion(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.edit");
  const inUse = [...(await findCurrentWordings(actor, defaultWordingLanguage)).values()].find(
    ({ id }) => id === args.params["wordingId"],
  );
  if (!inUse) throw new Response(null, { status: 404 });
  return { actor, inUse, scope: inUse.scope };
}

export async function loader(args: LoaderFunctionArgs) {
  const { inUse, scope } = await requireQuestion(args);
  return { heading: scopeHeadings[scope], version: inUse.version, defaults: wordingDefaults(inUse) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, inUse, scope } = await requireQuestion(args);
  const publishes = (await formName(args.request)) === "publish";
  const form = await parseForm(wordingForm, args.request);
  const asTyped = { ...form.values, form: "check" };
  if (!form.ok) return rejected({ errors: form.errors, values: asTyped });
  if (publishes && form.values["step"] === "edit") return rejected({ errors: [], values: asTyped });
  if (!publishes) {
    const { words, short } = form.data;
    if (isSameQuestion(inUse, form.data)) {
      const message = "Change the words first: these are in use already";
      return refused({ values: asTyped }, { name: "words", message });
    }
    const checked: CheckedWording = {
      scope,
      before: { words: inUse.words, short: inUse.short },
      after: form.data,
      figures: readingFigures(readWhole(words, short)),
      reach: await findWordingReach(actor, scope),
      values: form.values,
      version: form.version,
    };
    return data({ checked });
  }
  const wording = { scope, ...form.data };
  const submission = { id: form.submissionId, content: wording };
  const outcome = await publishWording(actor, wording, { version: form.version, submission });
  return answerSharedEdit({ values: asTyped }, outcome, {
    to: paths.wording,
    saved: wording.meaning === "small" ? "wording_published" : "wording_asks_again",
    labels: wordingLabels,
    reload: () => loader(args),
  });
}

export default function EditWording() {
  const { heading, version, defaults } = useLoaderData<typeof loader>();
  const answered = useActionData<{ checked?: CheckedWording }>();
  return (
    <>
      <BackLink to={paths.wording}>Wording</BackLink>
      {answered?.checked ? (
        <WordingCheck {...answered.checked} />
      ) : (
        <SchemaForm schema={wordingForm} name="check" defaults={defaults} version={version}>
          <PageHeading
            caption="Consent question"
            title={heading}
            lead="Answers that were given keep the words that they were given to. To undo a change, write the words as they were."
          />
          <WordingFields />
          <Button>Check the words</Button>
        </SchemaForm>
      )}
    </>
  );
}
