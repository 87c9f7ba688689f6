import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { SummaryList, type SummaryRow } from "~/components/summary-list";
import { loadWording } from "~/data/organisation-settings.server";
import { shortLine } from "~/domain/consent/short-version";
import { scopeHeadings } from "~/domain/consent/words";
import { may } from "~/domain/permissions";
import { briefingPoint, consentScope } from "~/domain/record/fields";
import { homeDate } from "~/domain/time/today";
import { dateInWords, parseDate } from "~/domain/time/words";
import { briefingPointWords } from "~/forms/briefing-form";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";

export const handle = titled("Wording");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.view");
  const { briefing, consent } = await loadWording(actor);
  const mayEdit = may(actor, "organisation.edit");
  return {
    mayEdit,
    version: briefing.version,
    since: briefing.version === 1 ? null : dateInWords(parseDate(homeDate(briefing.from))),
    briefing: briefingPoint.options.map((point) => ({
      key: briefingPointWords[point],
      value: briefing.points[point] ?? "",
    })),
    questions: consentScope.options.map((scope) => {
      const wording = consent.find((one) => one.scope === scope);
      return {
        key: scopeHeadings[scope],
        words: wording ? [shortLine(wording.short), wording.words].filter(Boolean) : [],
        version: wording?.version ?? null,
        change: mayEdit && wording ? paths.publishWording(wording.id) : null,
      };
    }),
  };
}

export default function Wording() {
  const { mayEdit, version, since, briefing, questions } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.settings}>Settings</BackLink>
      <PageHeading
        title="Wording"
        lead="What young people are told and asked. Each answer keeps the very words that it was given to."
      />
      <Section heading="The briefing">
        <p className="govuk-body">
          Version {version}
          {since ? `, in use since ${since}` : ", as every organisation starts with"}.
        </p>
        <SummaryList rows={briefing} />
        {mayEdit ? <LinkButton to={paths.publishBriefing}>Change the briefing</LinkButton> : null}
      </Section>
      <Section heading="The consent questions">
        <p className="govuk-body">
          Young people read the short version first, each line beside a picture, and then the question.
        </p>
        <SummaryList rows={questions.map(questionRow)} />
      </Section>
    </>
  );
}

type Question = { key: string; words: string[]; version: number | null; change: string | null };

function questionRow({ key, words, version, change }: Question): SummaryRow {
  return {
    key,
    value: words.length > 0 ? <Words words={words} version={version} /> : null,
    ...(change ? { actions: [{ text: "Change", to: change, about: `the question: ${key}` }] } : {}),
  };
}

function Words({ words, version }: Pick<Question, "words" | "version">) {
  return (
    <>
      {words.map((text) => (
        <p key={text} className="govuk-body">
          {text}
        </p>
      ))}
      {version !== null && version > 1 ? <p className="govuk-hint">Version {version}</p> : null}
    </>
  );
}
