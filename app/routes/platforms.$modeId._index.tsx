import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button, LinkButton } from "~/components/button";
import { InsetText } from "~/components/callout";
import { Tick } from "~/components/checkboxes";
import { titled } from "~/components/document-title";
import { modeFactRows, sessionLinks } from "~/components/mode-facts";
import { ModeTag } from "~/components/mode-tag";
import { PageHeading, Section } from "~/components/page-heading";
import { SchemaForm } from "~/components/schema-form";
import { SummaryList } from "~/components/summary-list";
import { ModeReach, ModeSources } from "~/components/mode-reach";
import { findPlatform } from "~/data/platform-library.server";
import { may } from "~/domain/permissions";
import { modeStanding } from "~/domain/platforms/mode-standing";
import { parseForm, rejected } from "~/forms/parse-form";
import { reviewPlatformForm } from "~/forms/review-platform-form";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requireSignedIn } from "~/http/signed-in.server";
import { homeToday } from "~/http/today.server";
import { paths } from "~/paths";
import { reviewPlatformMode } from "~/services/review-platform-mode.server";

export const handle = titled<{ name: string }>((data) => data.name);

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "platform.view");
  const found = await findPlatform(actor, args.params["modeId"] ?? "");
  if (!found) throw new Response(null, { status: 404 });
  const { mode, version, policy, reviewers, upcoming, upcomingCount } = found;
  const standing = modeStanding(mode, policy.platformReviewMonths, homeToday());
  const lastBy = mode.reviews.at(-1)?.reviewedBy;
  return {
    id: mode.id,
    name: mode.name,
    version,
    standing: { ...standing, by: lastBy ? (reviewers[lastBy] ?? null) : null },
    mayEdit: may(actor, "platform.edit"),
    rows: modeFactRows(mode, homeToday()),
    sources: mode.sources,
    sessions: sessionLinks(upcoming),
    others: upcomingCount - upcoming.length,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args, "platform.edit");
  const modeId = args.params["modeId"] ?? "";
  await loader(args);
  const form = await parseForm(reviewPlatformForm, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: { modeId, ...form.data } };
  const outcome = await reviewPlatformMode(actor, modeId, { version: form.version, submission });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.platformMode(modeId), "platform_checked");
}

export default function Platform() {
  const { id, name, version, standing, mayEdit, rows, sources, sessions, others } =
    useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.platforms}>Platforms</BackLink>
      <PageHeading
        title={name}
        tags={<ModeTag state={standing.state} />}
        lead={standing.state === "unchecked" ? undefined : checkedLine(standing)}
      />
      {standing.warnings.length > 0 ? (
        <InsetText>
          <ul className="govuk-list">
            {standing.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </InsetText>
      ) : null}
      <Section heading="What is known">
        <SummaryList rows={rows} />
        {mayEdit ? (
          <LinkButton kind="secondary" to={paths.editPlatform(id)}>
            Change what is known
          </LinkButton>
        ) : null}
      </Section>
      {mayEdit ? (
        <Section heading="Check it today" id="check">
          <p className="govuk-body">
            Open the platform&rsquo;s own terms and settings. Compare them with what is known above, and
            change what differs first.
          </p>
          <SchemaForm schema={reviewPlatformForm} version={version}>
            <Tick name="checked" label="I have checked this platform’s current rules" />
            <Button>Record the check</Button>
          </SchemaForm>
        </Section>
      ) : null}
      <ModeReach sessions={sessions} others={others} />
      <ModeSources sources={sources} />
    </>
  );
}

function checkedLine({ line, by }: { line: string; by: string | null }): string {
  return by ? `${line}. Checked by ${by}.` : `${line}.`;
}
