import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { JoinForms } from "~/components/join-forms";
import { OnwardsToProvider, type Onwards } from "~/components/onwards-to-provider";
import { PageHeading } from "~/components/page-heading";
import { findInvitationByToken, type OpenInvitation } from "~/data/invitations.server";
import { findSignInProvider } from "~/data/sign-in-provider.server";
import { formName } from "~/forms/form-name";
import { joinWithAccountForm, newcomerByCodeForm, newcomerByMailForm } from "~/forms/invitation-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import type { FormValues } from "~/forms/read-form-data";
import { joinByProviderForms } from "~/forms/single-sign-on-forms";
import { rolesInWords } from "~/forms/user-forms";
import { answerRefusal } from "~/http/answer.server";
import { endedLinkCookie, readLinkCookie } from "~/http/link-cookie.server";
import { redirectWithNotice } from "~/http/notice.server";
import { answerOnwards } from "~/http/onwards.server";
import { signInHere } from "~/http/signed-in.server";
import { paths } from "~/paths";
import {
  acceptAsNewcomer,
  acceptWithAccount,
  accountByPassword,
  type Accepted,
} from "~/services/accept-invitation.server";
import { opensByPassword } from "~/services/opens-by-password.server";
import { startAtProvider } from "~/services/start-at-provider.server";

export const handle = titled("Join");

async function openInvitation({ request, context }: LoaderFunctionArgs) {
  const token = readLinkCookie(request, "invitation", context.origin);
  return { token: token ?? "", invitation: token ? await findInvitationByToken(token) : null };
}

export async function loader(args: LoaderFunctionArgs) {
  const { invitation } = await openInvitation(args);
  if (!invitation) return null;
  const { organisation, kind, name, email, roles } = invitation;
  const provider = await findSignInProvider(invitation.organisationId);
  return {
    organisation,
    kind,
    name,
    email,
    roles: rolesInWords(roles).toLowerCase(),
    provider: provider && new URL(provider.issuer).host,
    byPassword: await opensByPassword(invitation),
  };
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action(args: ActionFunctionArgs) {
  const { token, invitation } = await openInvitation(args);
  if (!invitation) throw redirect(paths.invitation);
  const name = await formName(args.request);
  if (name === "provider") return joinByProvider(args, invitation);
  if (name === "account") return joinWithAccount(args, token, invitation);
  const form = await parseForm(newcomerForms[invitation.kind], args.request);
  if (!form.ok) return rejected(form);
  const outcome = await acceptAsNewcomer(token, form.data, args.context);
  return outcome.ok ? joined(args, outcome.value) : answerRefusal(form, outcome.refusal);
}

const newcomerForms = { mail: newcomerByMailForm, printed: newcomerByCodeForm };

async function joinByProvider(
  { request, context }: ActionFunctionArgs,
  { organisationId, kind }: OpenInvitation,
) {
  const form = await parseForm(joinByProviderForms[kind], request);
  if (!form.ok) return rejected(form);
  const { ownName: name } = form.data;
  const email = "ownEmail" in form.data ? form.data.ownEmail : null;
  const wanted = { kind: "join", userId: null, name, email } as const;
  return answerOnwards(form, await startAtProvider(organisationId, wanted, context), context.origin);
}

async function joinWithAccount(args: ActionFunctionArgs, token: string, invitation: OpenInvitation) {
  const form = await parseForm(joinWithAccountForm, args.request);
  if (!form.ok) return rejected(form);
  const { accountEmail: email, accountPassword: password } = form.data;
  if (!(await opensByPassword(invitation))) return linkAndJoin(args, form, invitation);
  const outcome = await acceptWithAccount(token, { email, password }, args.context);
  return outcome.ok ? joined(args, outcome.value) : answerRefusal(form, outcome.refusal);
}

/** Where a password will not open the organisation, it says whose account the organisation's own sign-in is linked to. */
async function linkAndJoin(
  { context }: ActionFunctionArgs,
  form: { data: { accountEmail: string; accountPassword: string }; values: FormValues },
  { organisationId }: OpenInvitation,
) {
  const { accountEmail: email, accountPassword: password } = form.data;
  const own = await accountByPassword({ email, password }, context.place);
  if (!own.ok) return answerRefusal(form, own.refusal);
  const wanted = { kind: "join", userId: own.value, name: "", email: null } as const;
  return answerOnwards(form, await startAtProvider(organisationId, wanted, context), context.origin);
}

async function joined(args: ActionFunctionArgs, { token }: Accepted) {
  const headers = { "Set-Cookie": endedLinkCookie("invitation", args.context.origin) };
  if (token === null) return redirect(paths.waiting, { status: 303, headers });
  await signInHere(args, token);
  return redirectWithNotice(paths.home, "joined", headers);
}

export default function Join() {
  const invitation = useLoaderData<typeof loader>();
  const answer = useActionData<{ onwards?: Onwards }>();
  if (answer?.onwards) return <OnwardsToProvider {...answer.onwards} />;
  if (!invitation) return <NotUsable />;
  const { organisation, roles } = invitation;
  return (
    <div className="app-narrow">
      <PageHeading title={`Join ${organisation}`} lead={`Your role: ${roles}. Choose how you join.`} />
      <JoinForms invitation={invitation} />
    </div>
  );
}

function NotUsable() {
  return (
    <div className="app-narrow">
      <PageHeading
        title="This invitation cannot be used"
        lead="It may be too old, have been used already, or not have been opened in this browser. Open your link again, or ask for a new one."
      />
      <LinkButton to={paths.code} kind="secondary">
        Enter a code
      </LinkButton>
    </div>
  );
}
