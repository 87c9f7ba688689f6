import { isStaffRoute } from "~/domain/consent/answer-routes";
import { howWords } from "~/domain/consent/words";
import type { WrittenAnswers } from "~/domain/consent/writers";
import { sentenceCase } from "~/domain/sentence-case";
import { Table } from "./table";

/** How the answers came in, and how many of them those wrote down who want the session to go ahead. */
export function WhoWroteDown({ all, theirs, routes }: WrittenAnswers) {
  if (all === 0) return <p className="govuk-body">No consent is on record for this session.</p>;
  return (
    <>
      <p className="govuk-body">
        {theirs === 0
          ? `None of the ${all} answers was written down by somebody who plans, hosts or watches this session.`
          : `${theirs} of the ${all} answers ${theirs === 1 ? "was" : "were"} written down by somebody who plans, hosts or watches this session.`}
      </p>
      <Table
        caption="How the answers came in"
        hiddenCaption
        rows={routes}
        rowKey={({ how }) => how}
        columns={[
          { heading: "How they answered", cell: ({ how }) => sentenceCase(howWords[how]) },
          { heading: "Answers", cell: (route) => route.all, numeric: true },
          {
            heading: "Written down by planner, host or observer",
            cell: (route) => (isStaffRoute(route.how) ? route.theirs : "None: they answered themselves"),
            numeric: true,
          },
        ]}
      />
    </>
  );
}
