import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Tick } from "~/components/checkboxes";
import { ConfirmPage } from "~/components/confirm-page";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { scopesInWords } from "~/components/removal-rows";
import { listRemovalTasks } from "~/data/removal-tasks.server";
import { nameOf } from "~/domain/readiness/view";
import { dateInWords, parseDate } from "~/domain/time/words";
import { parseForm, rejected } from "~/forms/parse-form";
import { removalForm } from "~/forms/removal-form";
import { answerConfirmed } from "~/http/answer.server";
import { requireParticipant } from "~/http/participant-page.server";
import { paths } from "~/paths";
import { finishRemoval } from "~/services/finish-removal.server";

export const handle = titled<{ code: string }>(({ code }) => `Stop using what ${code} took back`);

export async function loader(args: LoaderFunctionArgs) {
  const { actor, sessionId, participant } = await requireParticipant(args, "consent.withdraw", {
    leftToo: true,
  });
  const tasks = await listRemovalTasks(actor, sessionId);
  const open = tasks.filter(
    ({ participantId, doneAt }) => participantId === participant.id && doneAt === null,
  );
  const [first] = open;
  return {
    sessionId,
    code: participant.code,
    name: nameOf(participant),
    dueOn: first ? dateInWords(parseDate(first.dueOn)) : null,
    taskIds: open.map(({ id }) => id),
    taken: scopesInWords(open.flatMap(({ scopes }) => scopes)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId, participant } = await requireParticipant(args, "consent.withdraw", {
    leftToo: true,
  });
  const form = await parseForm(removalForm, args.request);
  if (!form.ok) return rejected(form);
  const { taskIds } = form.data;
  const submission = { id: form.submissionId, content: { participant: participant.id, taskIds } };
  const outcome = await finishRemoval(actor, sessionId, participant.id, taskIds, { submission });
  const to = paths.stopUsing(sessionId);
  if (!outcome.ok && outcome.refusal.code === "nothing_waits") return redirect(to);
  return answerConfirmed(form, outcome, { to, notice: "removal_done" });
}

export default function RemoveFor() {
  const { sessionId, code, name, dueOn, taskIds, taken } = useLoaderData<typeof loader>();
  const back = paths.stopUsing(sessionId);
  return (
    <>
      <BackLink to={back}>Stop using and remove</BackLink>
      {dueOn === null ? (
        <EmptyState title={`Nothing of ${name} waits to be removed`}>
          Either they took nothing back, or somebody has dealt with it.
        </EmptyState>
      ) : (
        <ConfirmPage
          schema={removalForm}
          caption={code}
          title={`Stop using what ${name} took back`}
          confirm="It is done"
          back={{ to: back, text: "Not yet" }}
          fields={
            <>
              {taskIds.map((id) => (
                <input key={id} type="hidden" name="taskIds" value={id} />
              ))}
              <Tick
                name="removed"
                label="We have stopped using it, and removed what we can"
                hint="Recordings, copies, posts, photos, and what others hold for us."
              />
              <Tick
                name="told"
                label={`We told ${name} what cannot be taken back`}
                hint="Such as what people already watched or saved."
              />
            </>
          }
        >
          <p className="govuk-body">
            {name} no longer agrees to: {taken}. It is to be done by <b>{dueOn}</b>. Nobody asks them why.
          </p>
        </ConfirmPage>
      )}
    </>
  );
}
