import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Card } from "~/components/card";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { SummaryList } from "~/components/summary-list";
import { Tag } from "~/components/tag";
import { ruleWords } from "~/domain/readiness/rule-words";
import { allRules } from "~/domain/readiness/rules/all";
import { rulesVersion } from "~/domain/record/rule-sets";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";

export const handle = titled("Rules");

export async function loader(args: LoaderFunctionArgs) {
  await requireSignedIn(args, "organisation.view");
  return { version: rulesVersion, rules: allRules.map(ruleWords) };
}

export default function Rules() {
  const { version, rules } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.settings}>Settings</BackLink>
      <PageHeading
        title="Rules"
        caption={`Rule set ${version}`}
        lead="Everything that is checked before a session is ready, whose rule it is, and where that can be read."
      />
      {rules.map(({ id, title, strength, whose, source, checks, states, undoneBy }) => (
        <Card key={id} id={id} level={2} title={title} tag={<Tag colour="outline">{strength}</Tag>}>
          <SummaryList
            card={false}
            rows={[
              { key: "Whose rule", value: whose },
              { key: "Where it can be read", value: <span className="app-address">{source}</span> },
              { key: "What is checked", value: checks },
              { key: "What a person states", value: states },
              { key: "What undoes it", value: undoneBy },
              { key: "Number", value: id },
            ]}
          />
        </Card>
      ))}
    </>
  );
}
