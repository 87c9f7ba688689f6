import { Temporal } from "temporal-polyfill";
import { listInWords } from "../../time/words";
import { advice, checked, fix, silent, wrong, type Rule, type RuleFinding } from "../rule";
import { derby } from "../sources";
import type { AssignedAdult, View } from "../view";
import { hasConfirmed, toConfirm } from "./confirmation";

export const leadOnCall: Rule = {
  id: "B11",
  title: "The safeguarding lead can be reached and knows of the session",
  strength: "default",
  source: derby,
  checks:
    "A safeguarding lead on call who is not the host has confirmed, can be contacted, and is reachable from the start to the end.",
  states: "The lead on call knows that the session is happening.",
  undoneBy: "The lead changes; the session moves.",
  check: (view) => {
    const leads = view.inRole("dsl_on_call");
    if (leads.length === 0) {
      return checked("", [
        silent("lead_missing", {
          subject: "session",
          headline: "No safeguarding lead is on call yet",
          message: "Somebody who can decide has to be reachable throughout.",
          fixes: [fix("Add the lead on call", "adults")],
        }),
      ]);
    }
    const judged = leads.map((entry) => ({ entry, findings: leadFindings(view, entry) }));
    const good = judged.find(({ findings }) => findings.length === 0);
    if (good)
      return checked(`${good.entry.adult.name} is on call: ${good.entry.assignment.contact ?? ""}.`, []);
    return checked(
      "",
      judged.flatMap(({ findings }) => findings),
    );
  },
};

function leadFindings(view: View, entry: AssignedAdult): RuleFinding[] {
  const { adult, assignment } = entry;
  const subject = `adult:${adult.id}`;
  const fixes = [fix("Complete the entry", "adults", assignment.id)];
  const findings: RuleFinding[] = [];
  if (view.inRole("host").some((host) => host.adult.id === adult.id)) {
    findings.push(
      wrong("lead_is_host", {
        subject,
        headline: "The lead on call is also the host",
        message: "A host is busy on air and cannot be reached.",
        fixes: [fix("Choose another lead", "adults")],
      }),
    );
  }
  if (!hasConfirmed(view, entry)) {
    findings.push(
      silent("lead_not_told", {
        ...toConfirm(view, entry, "The lead on call knows that the session is happening."),
        fixes,
      }),
    );
  }
  if (!assignment.contact || !assignment.reachableFrom || !assignment.reachableTo) {
    findings.push(
      silent("lead_contact_missing", {
        subject,
        headline: `How and when ${adult.name} can be reached is not recorded`,
        message: "A telephone number, from when and until when.",
        fixes,
      }),
    );
  } else if (!covers(view, assignment.reachableFrom, assignment.reachableTo)) {
    findings.push(
      wrong("lead_not_reachable", {
        subject,
        headline: `${adult.name} is not reachable throughout`,
        message: "The time does not cover the whole session.",
        fixes,
      }),
    );
  }
  return findings;
}

function covers(view: View, from: string, to: string): boolean {
  return (
    Temporal.Instant.compare(Temporal.Instant.from(from), view.start) <= 0 &&
    Temporal.Instant.compare(Temporal.Instant.from(to), view.end) >= 0
  );
}

export const oneWatchesMessages: Rule = {
  id: "B12",
  title: "One adult presents, another watches the messages",
  strength: "default",
  source: derby,
  checks: "The host is not the only observer. A moderator who is somebody else watches messages.",
  states: null,
  undoneBy: "The moderator, host or observer changes.",
  check: (view) => {
    const ids = (role: "host" | "moderator" | "observer") => [
      ...new Set(view.inRole(role).map(({ adult }) => adult.id)),
    ];
    const hosts = ids("host");
    const seen = ids("observer");
    const moderators = ids("moderator");
    const findings: RuleFinding[] = [];
    if (seen.length > 0 && seen.every((id) => hosts.includes(id))) {
      findings.push(
        wrong("host_is_only_observer", {
          subject: "session",
          headline: "The host is the only one who watches",
          message: "One person cannot present and watch at the same time.",
          fixes: [fix("Add an observer", "adults")],
        }),
      );
    }
    if (moderators.length === 0) {
      findings.push(
        advice("moderator_missing", {
          subject: "session",
          headline: "Nobody is named to watch the messages",
          message: "One adult presents, another watches messages, admits and removes.",
          fixes: [fix("Add a moderator", "adults")],
        }),
      );
    } else if (moderators.every((id) => hosts.includes(id))) {
      findings.push(
        advice("host_is_moderator", {
          subject: "session",
          headline: "The host also watches the messages",
          message: "Better if somebody else does.",
          fixes: [fix("Add a moderator", "adults")],
        }),
      );
    }
    const [observer, ...moreObservers] = seen;
    if (observer && moreObservers.length === 0 && moderators.includes(observer)) {
      findings.push(
        advice("observer_is_moderator", {
          subject: "session",
          headline: "The only observer also moderates",
          message: "An observer watches and does nothing else, unless there is a second one.",
          fixes: [fix("Add an observer", "adults")],
        }),
      );
    }
    const names = (role: "host" | "moderator") =>
      listInWords([...new Set(view.inRole(role).map(({ adult }) => adult.name))]);
    return checked(messagesFact(names("host"), names("moderator")), findings);
  },
};

/** Who presents and who watches messages, as far as somebody is named. */
function messagesFact(hosts: string, moderators: string): string {
  const presenting = hosts ? `Presenting: ${hosts}.` : "Nobody presents yet.";
  return `${presenting} ${moderators ? `Watching the messages: ${moderators}.` : "Nobody is named to watch the messages."}`;
}
