import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading, Section } from "~/components/page-heading";
import { policyRows } from "~/components/policy-words";
import { SummaryList } from "~/components/summary-list";
import { TextLink } from "~/components/text-link";
import { loadSettings } from "~/data/organisation-settings.server";
import { may } from "~/domain/permissions";
import { countOf, dateInWords, parseDate } from "~/domain/time/words";
import { requireSignedIn } from "~/http/signed-in.server";
import { homeToday } from "~/http/today.server";
import { paths } from "~/paths";

export const handle = titled("Policy");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "organisation.view");
  const { policy, policies, contactSafeDays } = await loadSettings(actor);
  const today = homeToday();
  return {
    mayEdit: may(actor, "organisation.edit"),
    version: policy.version,
    contactDays: countOf(contactSafeDays, "day"),
    rows: policyRows(policy),
    legalAges: policy.legalAges.length,
    coming: policies
      .filter(({ effectiveFrom }) => effectiveFrom > today)
      .map(({ version, effectiveFrom }) => ({ version, from: dateInWords(parseDate(effectiveFrom)) })),
  };
}

export default function Policy() {
  const { mayEdit, version, rows, legalAges, coming, contactDays } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.settings}>Settings</BackLink>
      <PageHeading
        title="Policy"
        lead="What guidance leaves to you. The NSPCC’s advice as quoted is no setting: it always holds."
      />
      <p className="govuk-body">
        Version {version} holds today.
        {coming.map((next) => ` Version ${next.version} holds for sessions from ${next.from}.`)}
      </p>
      {mayEdit ? <LinkButton to={paths.editPolicy}>Change the policy</LinkButton> : null}
      <SummaryList
        rows={rows.map(({ key, value, source }) => ({
          key,
          value: (
            <>
              {value || "None"}
              <p className="govuk-hint">{source}</p>
            </>
          ),
        }))}
      />
      <Section heading="Reaching young people">
        <p className="govuk-body">
          That contact at a young person’s email address is safe holds for {contactDays}. Then somebody asks
          them again. That is Greenroom’s default or your own decision.{" "}
          {mayEdit ? <TextLink to={paths.contactDays}>Change for how long</TextLink> : null}
        </p>
      </Section>
      <Section heading="Legal ages">
        <p className="govuk-body">
          {legalAges === 0 ? "No legal bar by age is recorded." : `${legalAges} recorded.`} A new law on
          social media and livestreaming under 16 was announced in June 2026. Record it here once it has a
          date. <TextLink to={paths.legalAges}>Legal ages</TextLink>
        </p>
      </Section>
    </>
  );
}
