import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button, LinkButton } from "~/components/button";
import { InsetText } from "~/components/callout";
import { Checkboxes } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { PaperForm } from "~/components/paper-form";
import { paperSheet } from "~/components/paper-form-sheets";
import { QuestionWithoutWords } from "~/components/question-without-words";
import { TextLink } from "~/components/text-link";
import { findCurrentWordings } from "~/data/consent-wordings.server";
import { findPaperFormWords } from "~/data/paper-form-words.server";
import { consentRows } from "~/domain/consent/matrix";
import { defaultWordingLanguage } from "~/domain/defaults/consent-wordings";
import { viewAt } from "~/domain/readiness/view";
import { FormContext } from "~/forms/form-context";
import { paperExtras, readPaperChoice } from "~/forms/paper-form-choice";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";

export const handle = titled("Paper forms");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, sessionId, record, readiness } = await requireSession(args, "session.edit");
  const view = viewAt(record, readiness.at);
  const rows = consentRows(view, readiness);
  const { who, extras } = readPaperChoice(new URL(args.request.url).searchParams);
  const unanswered = rows.filter(({ cells }) => cells.some(({ state }) => state === "not_asked"));
  const chosen = who ?? unanswered.map(({ id }) => id);
  const [words, around] = await Promise.all([
    findCurrentWordings(actor, defaultWordingLanguage),
    findPaperFormWords(actor),
  ]);
  const printed = who === null ? [] : view.participants.filter(({ id }) => who.includes(id));
  const sheets = printed.map((participant) => paperSheet(view, participant, words, extras));
  return {
    id: sessionId,
    title: record.session.title,
    people: rows.map(({ id, name, code }) => ({
      value: id,
      label: name,
      hint: name === code ? undefined : code,
    })),
    values: { who: chosen, with: extras },
    nobodyChosen: who?.length === 0,
    around,
    unworded: sheets.includes(null),
    sheets: sheets.filter((sheet) => sheet !== null),
  };
}

export default function PaperForms() {
  const { id, title, people, values, nobodyChosen, around, unworded, sheets } =
    useLoaderData<typeof loader>();
  return (
    <>
      <div className="app-no-print">
        <BackLink to={paths.consent(id)}>Consent</BackLink>
        <PageHeading
          caption={title}
          title="Paper forms"
          lead="One sheet for each person. A reference stands for them: it opens nothing, and nobody else can tell whose it is."
        />
        {people.length === 0 ? (
          <EmptyState
            title="There is nobody to ask"
            action={<LinkButton to={paths.participants(id)}>Add the young people who take part</LinkButton>}
          >
            A form is printed for each young person who takes part.
          </EmptyState>
        ) : (
          <FormContext.Provider value={{ values, errors: [] }}>
            <Form method="get" key={JSON.stringify(values)}>
              <Checkboxes name="who" label="Whose forms do you want?" choices={people} />
              <Checkboxes
                name="with"
                label="What else may stand on them?"
                hint="Paper gets lost. Leave this empty unless you need it."
                choices={[...paperExtras]}
                optional
              />
              <Button kind={sheets.length > 0 ? "secondary" : "primary"}>Show the forms</Button>
            </Form>
          </FormContext.Provider>
        )}
        {nobodyChosen ? <InsetText>Choose at least one person.</InsetText> : null}
        {unworded ? <QuestionWithoutWords /> : null}
        {sheets.length > 0 ? <ToPrint id={id} count={sheets.length} /> : null}
      </div>
      {sheets.map((sheet) => (
        <PaperForm key={sheet.reference} sheet={sheet} around={around} />
      ))}
    </>
  );
}

function ToPrint({ id, count }: { id: string; count: number }) {
  return (
    <InsetText>
      {count === 1 ? "The form is below." : `The ${count} forms are below.`} Print this page from your
      browser: only the forms are printed. When they come back,{" "}
      <TextLink to={paths.recordFromPaper(id)}>record each from its paper form</TextLink>.
    </InsetText>
  );
}
