import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { LinkButton } from "~/components/button";
import { DeniedLinks } from "~/components/denied-links";
import { titled } from "~/components/document-title";
import { EmptyState } from "~/components/empty-state";
import { NoLinksToPhones } from "~/components/no-links-to-phones";
import { HeroAction, PageHeading } from "~/components/page-heading";
import { OwnLinkCard } from "~/components/own-link-card";
import { PrintSheet } from "~/components/print-sheet";
import { findDeniedLinks, findOpenRequests } from "~/data/consent-requests.server";
import { findReaches } from "~/data/own-link-reach.server";
import { withAllWhoLeft } from "~/data/who-left.server";
import { opensOnPhones } from "~/domain/consent/opens-on-phones";
import { whoCanHaveLinks } from "~/domain/consent/own-link";
import { viewAt } from "~/domain/readiness/view";
import type { Actor } from "~/domain/actor";
import type { Outcome } from "~/domain/refusal";
import type { Submission } from "~/data/submission.server";
import { linkForm, type LinkDeed } from "~/forms/ask-for-answers-form";
import { parseForm, rejected } from "~/forms/parse-form";
import { answerRefusal } from "~/http/answer.server";
import { redirectWithNotice, type NoticeCode } from "~/http/notice.server";
import { deniedLinks } from "~/http/denied-links.server";
import { ownLinkCards } from "~/http/own-link-cards.server";
import { requireSession } from "~/http/session-page.server";
import { paths } from "~/paths";
import { decideProposedName } from "~/services/decide-proposed-name.server";
import { takeRequestBack, unlockRequest } from "~/services/keep-consent-request.server";
import { noteNudge, sendOwnLink } from "~/services/send-own-link.server";

export const handle = titled("Links to answer");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, sessionId, record, readiness } = await requireSession(args, "session.edit");
  const [requests, denied] = await Promise.all([
    findOpenRequests(actor, sessionId),
    findDeniedLinks(actor, sessionId),
  ]);
  const isOnList = (id: string) => record.participants.some((one) => one.id === id);
  const everybody = viewAt(await withAllWhoLeft(actor, record), readiness.at);
  const ids = requests.map(({ id }) => id);
  const reaches = await findReaches(actor, sessionId, ids);
  const links = ownLinkCards(everybody, requests, reaches, { ...args.context, isOnList });
  const { title, reference } = record.session;
  const { people, started } = whoCanHaveLinks(viewAt(record, readiness.at));
  const onPhones = opensOnPhones(args.context.origin);
  const forSome = people.length > 0;
  const notTheirs = deniedLinks(everybody, denied, isOnList);
  return { id: sessionId, title, reference, links, notTheirs, onPhones, forSome, started };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, sessionId } = await requireSession(args, "session.edit");
  const form = await parseForm(linkForm, args.request);
  if (!form.ok) return rejected(form);
  const { requestId, what } = form.data;
  const submission = { id: form.submissionId, content: form.data };
  const { sendsMail, origin } = args.context;
  const { act, notice } = deeds[what];
  const outcome = await act(actor, sessionId, requestId, { submission, sendsMail, origin });
  if (!outcome.ok) return answerRefusal(form, outcome.refusal);
  return redirectWithNotice(paths.ownLinks(sessionId), notice);
}

type Deed = {
  act: (
    actor: Actor,
    sessionId: string,
    requestId: string,
    options: { submission: Submission; sendsMail: boolean; origin: string },
  ) => Promise<Outcome<unknown>>;
  notice: NoticeCode;
};

const deeds: Record<LinkDeed, Deed> = {
  unlock: { act: unlockRequest, notice: "link_unlocked" },
  take_back: { act: takeRequestBack, notice: "link_taken_back" },
  accept_name: { act: named(true), notice: "name_accepted" },
  refuse_name: { act: named(false), notice: "name_refused" },
  send: { act: sendOwnLink, notice: "link_mailed" },
  nudge_copied: { act: nudged("copied"), notice: "nudge_noted" },
  nudge_told: { act: nudged("told"), notice: "nudge_noted" },
};

function named(accepted: boolean): Deed["act"] {
  return (actor, sessionId, requestId, options) =>
    decideProposedName(actor, sessionId, requestId, accepted, options);
}

function nudged(how: "copied" | "told"): Deed["act"] {
  return (actor, sessionId, requestId, options) => noteNudge(actor, sessionId, requestId, how, options);
}

export default function OwnLinks() {
  const page = useLoaderData<typeof loader>();
  const { id, title, reference, links, notTheirs, onPhones, forSome, started } = page;
  return (
    <>
      <BackLink to={paths.consent(id)}>Consent</BackLink>
      <PrintSheet reference={`${reference} links`}>
        <div className="app-no-print">
          <PageHeading
            caption={title}
            title="Links to answer"
            lead={
              onPhones
                ? "Show the code on your screen, print this page, or copy the link and send it from the organisation’s phone or account. Tell each person their word yourself, and not beside the link."
                : undefined
            }
          />
          {!onPhones ? (
            <NoLinksToPhones />
          ) : links.length === 0 ? (
            <NobodyHasOne {...page} />
          ) : forSome ? (
            <HeroAction>
              <LinkButton to={paths.askForAnswers(id)}>
                {started ? "Make a new link" : "Ask more people"}
              </LinkButton>
            </HeroAction>
          ) : null}
          <DeniedLinks {...notTheirs} />
        </div>
        <ul className="app-own-links">
          {links.map((link) => (
            <OwnLinkCard key={link.requestId} {...link} />
          ))}
        </ul>
      </PrintSheet>
    </>
  );
}

type NobodyHasOneProps = { id: string; forSome: boolean; started: boolean };

function NobodyHasOne({ id, forSome, started }: NobodyHasOneProps) {
  const make = (
    <LinkButton to={paths.askForAnswers(id)}>{started ? "Make a new link" : "Ask by link"}</LinkButton>
  );
  return (
    <EmptyState title="Nobody has a link" action={forSome ? make : null}>
      {!forSome
        ? "A link would be good for nothing now: nothing that anybody agreed to is in use."
        : started
          ? "Make one for whoever may want to change their mind."
          : "Make a link for each person who can answer for themselves."}
    </EmptyState>
  );
}
