import type { Adult } from "~/domain/record/adult";
import type { Organisation } from "~/domain/record/organisation";
import { checkLoginSession } from "~/data/login-session.server";
import { addAdult } from "~/services/add-adult.server";
import { addContactRoute } from "~/services/add-contact-route.server";
import { acceptAsNewcomer } from "~/services/accept-invitation.server";
import { approveAccount } from "~/services/approve-account.server";
import { changeMember } from "~/services/change-member.server";
import { confirmInvitation } from "~/services/confirm-invitation.server";
import { createFirstOrganisation } from "~/services/create-organisation.server";
import { signOut } from "~/services/end-login-session.server";
import { invite } from "~/services/invite.server";
import { codeAt } from "~/services/one-time-code";
import { recordTraining } from "~/services/record-training.server";
import { recordVettingCheck } from "~/services/record-vetting-check.server";
import { renewAdultStatements } from "~/services/renew-adult-statements.server";
import { setUpAuthenticator } from "~/services/set-up-authenticator.server";
import { startLoginSession } from "~/services/start-login-session.server";
import { stateForOrganisation } from "~/services/state-for-organisation.server";
import type { Step } from "./play";
import { authenticatorKey, founder, ORGANISATION, PASSWORD, staff, type Member } from "./staff";

/** The organisation is made: who signs in, its accounts and contacts, and what it states. */
export function organisationSteps({ approvedAccounts, contactRoutes }: Organisation, at: string): Step[] {
  return [
    {
      at,
      what: "the organisation",
      run: async (world, clock) => {
        const { name, email, roles } = founder;
        const form = {
          organisation: ORGANISATION,
          nation: "england",
          name,
          email,
          password: PASSWORD,
        } as const;
        const made = await createFirstOrganisation(form, clock);
        if (made.ok) world.addActor(founder.slug, { ...made.value, roles });
        return made;
      },
    },
    ...staff.map((member) => joins(member, at)),
    ...[founder, ...staff].flatMap((member) => setsUpAuthenticator(member, at)),
    ...approvedAccounts.map(({ id, label, validFrom }): Step => ({
      at,
      what: label,
      run: async (world, clock) => {
        const approved = await approveAccount(world.actor(founder.slug), { label, validFrom }, { clock });
        if (approved.ok) world.addId("account", id, approved.value.accountId);
        return approved;
      },
    })),
    ...contactRoutes.map(({ id, kind, value }): Step => ({
      at,
      what: value,
      run: async (world, clock) => {
        const added = await addContactRoute(world.actor(founder.slug), { kind, value }, { clock });
        if (added.ok) world.addId("contact", id, added.value.routeId);
        return added;
      },
    })),
    {
      at,
      what: "what the organisation states",
      run: (world, clock) =>
        stateForOrganisation(
          world.actor(founder.slug),
          { friend_requests_settled: "yes", contact_through_us: "yes", privacy_not_guaranteed: "yes" },
          { clock },
        ),
    },
  ];
}

/** Somebody is given a sign-in. */
export function joins({ slug, name, email, roles }: Member, at: string): Step {
  return {
    at,
    what: `${name} joins`,
    run: async (world, clock) => {
      const administrator = world.confirmedActor(founder.slug, clock);
      const { organisationId } = administrator;
      const invited = await invite(administrator, { name, email: null, roles }, { sendsMail: false, clock });
      if (!invited.ok) return invited;
      const { invitationId, code } = invited.value;
      const form = { name, email, password: PASSWORD };
      const joined = await acceptAsNewcomer(code ?? "", form, { place: "the demonstration", clock });
      if (joined.ok) world.addActor(slug, { organisationId, userId: joined.value.userId, roles });
      return joined.ok ? confirmInvitation(administrator, invitationId, { clock }) : joined;
    },
  };
}

/** Somebody whose roles need a second step signs in for the first time and sets up their authenticator app. */
function setsUpAuthenticator(member: Member, at: string): Step[] {
  const key = authenticatorKey(member);
  if (key === null) return [];
  return [
    {
      at,
      what: `${member.name} sets up an authenticator app`,
      run: async (world, clock) => {
        const signedIn = await startLoginSession({ email: member.email, password: PASSWORD });
        if (!signedIn.ok) return signedIn;
        const login = await checkLoginSession(signedIn.value.token);
        if (!login) throw new Error(`${member.name} is not signed in`);
        const authenticator = { key, passcode: codeAt(key, clock().toString()), password: PASSWORD };
        const here = { loginSessionId: login.id, place: "the demonstration", clock };
        const set = await setUpAuthenticator(world.actor(member.slug), authenticator, here);
        await signOut(world.actor(member.slug), signedIn.value.token);
        return set;
      },
    },
  ];
}

/** An adult who works with young people is added, with their checks, training and statements. */
export function adultSteps(adult: Adult, at: string): Step[] {
  const step = (what: string, run: Step["run"]): Step => ({ at, what: `${adult.name}: ${what}`, run });
  const member = staff.find((each) => each.adult === adult.id);
  return [
    step("added", async (world, clock) => {
      const { name, email } = adult;
      const added = await addAdult(world.actor(founder.slug), { name, email, over18: true }, { clock });
      if (added.ok) world.addId("adult", adult.id, added.value.adultId);
      return added;
    }),
    ...adult.vetting.map(({ id: _id, recordedAt: _at, ...check }) =>
      step("vetting", (world, clock) =>
        recordVettingCheck(world.actor(founder.slug), world.id("adult", adult.id), check, { clock }),
      ),
    ),
    ...adult.training.map(({ title, completedOn }) =>
      step("training", (world, clock) =>
        recordTraining(
          world.actor(founder.slug),
          world.id("adult", adult.id),
          { title, completedOn },
          { clock },
        ),
      ),
    ),
    step("statements", (world, clock) => {
      const answers = {
        personal_accounts_private: true,
        no_personal_relationships: true,
        private_use: true,
      };
      const form = { answers, statedOn: at.slice(0, 10) };
      return renewAdultStatements(world.actor(founder.slug), world.id("adult", adult.id), form, { clock });
    }),
    ...(member
      ? [
          step("is who signs in", (world, clock) => {
            const { userId } = world.actor(member.slug);
            const own = { roles: member.roles, adultId: world.id("adult", adult.id) };
            return changeMember(world.confirmedActor(founder.slug, clock), userId, own, {
              version: 1,
              clock,
            });
          }),
        ]
      : []),
  ];
}
