import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { Card, Facts } from "~/components/card";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { ModeTag } from "~/components/mode-tag";
import { PageHeading } from "~/components/page-heading";
import { listPlatforms } from "~/data/platform-library.server";
import { may } from "~/domain/permissions";
import { modeStanding } from "~/domain/platforms/mode-standing";
import { countOf } from "~/domain/time/words";
import { requireSignedIn } from "~/http/signed-in.server";
import { homeToday } from "~/http/today.server";
import { paths } from "~/paths";

export const handle = titled("Platforms");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "platform.view");
  const { modes, policy } = await listPlatforms(actor);
  return {
    mayEdit: may(actor, "platform.edit"),
    months: policy.platformReviewMonths,
    modes: modes.map(({ mode, upcoming }) => ({
      id: mode.id,
      name: mode.name,
      upcoming: upcoming === 0 ? "No upcoming session uses it" : countOf(upcoming, "upcoming session"),
      ...modeStanding(mode, policy.platformReviewMonths, homeToday()),
    })),
  };
}

export default function Platforms() {
  const { modes, mayEdit, months } = useLoaderData<typeof loader>();
  const add = mayEdit ? <LinkButton to={paths.addPlatform}>Add platforms</LinkButton> : null;
  if (modes.length === 0) {
    return (
      <>
        <PageHeading title="Platforms" />
        <EmptyState title="No platforms yet" action={add}>
          Add those that you use. You start from a list with their age limits and settings, and check each
          one.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeading
        title="Platforms"
        lead={`Rules and settings change, so each platform is checked again every ${months} months. A session is judged by the check that holds on its own day.`}
      />
      {add}
      {modes.map((mode) => (
        <Card
          key={mode.id}
          level={2}
          title={mode.name}
          to={paths.platformMode(mode.id)}
          tag={<ModeTag state={mode.state} />}
        >
          <Facts facts={[mode.state === "unchecked" ? null : mode.line, mode.upcoming, ...mode.warnings]} />
        </Card>
      ))}
    </>
  );
}
