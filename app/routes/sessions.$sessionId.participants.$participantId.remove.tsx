import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { ConfirmPage } from "~/components/confirm-page";
import { titled } from "~/components/document-title";
import { nameOf } from "~/domain/readiness/view";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerEdit } from "~/http/answer.server";
import { requireParticipant } from "~/http/participant-page.server";
import { paths } from "~/paths";
import { removeParticipant } from "~/services/remove-participant.server";

export const handle = titled<{ code: string }>(({ code }) => `Remove ${code}`);

const nothing = z.object({});

export async function loader(args: LoaderFunctionArgs) {
  const { sessionId, version, participant } = await requireParticipant(args);
  return {
    id: sessionId,
    version,
    participantId: participant.id,
    code: participant.code,
    name: nameOf(participant),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, participant } = await requireParticipant(args);
  const form = await parseForm(nothing, args.request);
  if (!form.ok) return rejected(form);
  const submission = { id: form.submissionId, content: participant.id };
  const outcome = await removeParticipant(actor, sessionId, participant.id, {
    version: form.version,
    submission,
  });
  return answerEdit(form, outcome, {
    to: paths.participants(sessionId),
    labels: {},
    reload: async () => ({ defaults: {}, version: (await requireParticipant(args)).version }),
  });
}

export default function RemoveParticipant() {
  const { id, version, participantId, code, name } = useLoaderData<typeof loader>();
  const back = paths.participant(id, participantId);
  return (
    <>
      <BackLink to={back}>{name}</BackLink>
      <ConfirmPage
        schema={nothing}
        version={version}
        caption={code}
        title={`Remove ${name} from this session?`}
        confirm="Remove them"
        destructive
        back={{ to: back, text: "Keep them on the list" }}
      >
        <p className="govuk-body">
          They no longer take part. Their answers and briefings stay in the history, and nobody else gets the
          code {code}.
        </p>
        <p className="govuk-body">
          Do this only if they do not want to take part, or cannot. Nobody is taken off the list without being
          asked because a setting does not suit them: switch the setting off instead.
        </p>
      </ConfirmPage>
    </>
  );
}
