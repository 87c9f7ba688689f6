import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { SummaryList } from "~/components/summary-list";
import { loadWording } from "~/data/organisation-settings.server";
import { scopeWords } from "~/domain/consent/words";
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
  return {
    mayEdit: may(actor, "organisation.edit"),
    version: briefing.version,
    since: briefing.version === 1 ? null : dateInWords(parseDate(homeDate(briefing.from))),
    briefing: briefingPoint.options.map((point) => ({
      key: briefingPointWords[point],
      value: briefing.points[point] ?? "",
    })),
    consent: consentScope.options.map((scope) => ({
      key: scopeWords[scope].charAt(0).toUpperCase() + scopeWords[scope].slice(1),
      value: consent.find((wording) => wording.scope === scope)?.words ?? "",
    })),
  };
}

export default function Wording() {
  const { mayEdit, version, since, briefing, consent } = useLoaderData<typeof loader>();
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
        <SummaryList rows={consent} />
      </Section>
    </>
  );
}
