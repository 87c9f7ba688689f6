import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { JoinForms } from "~/components/join-forms";
import { PageHeading } from "~/components/page-heading";
import { findInvitationByToken } from "~/data/invitations.server";
import { formName } from "~/forms/form-name";
import { joinWithAccountForm, newcomerByCodeForm, newcomerByMailForm } from "~/forms/invitation-forms";
import { parseForm, rejected } from "~/forms/parse-form";
import { rolesInWords } from "~/forms/user-forms";
import { answerRefusal } from "~/http/answer.server";
import { endedLinkCookie, readLinkCookie } from "~/http/link-cookie.server";
import { redirectWithNotice } from "~/http/notice.server";
import { signInHere } from "~/http/signed-in.server";
import { paths } from "~/paths";
import { acceptAsNewcomer, acceptWithAccount, type Accepted } from "~/services/accept-invitation.server";

export const handle = titled("Join");

async function openInvitation({ request, context }: LoaderFunctionArgs) {
  const token = readLinkCookie(request, "invitation", context.origin);
  return { token: token ?? "", invitation: token ? await findInvitationByToken(token) : null };
}

export async function loader(args: LoaderFunctionArgs) {
  const { invitation } = await openInvitation(args);
  if (!invitation) return null;
  const { organisation, kind, name, email, roles } = invitation;
  return {
    organisation,
    kind,
    name,
    email,
    roles: rolesInWords(roles).toLowerCase(),
  };
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action(args: ActionFunctionArgs) {
  const { token, invitation } = await openInvitation(args);
  if (!invitation) throw redirect(paths.invitation);
  if ((await formName(args.request)) === "account") return joinWithAccount(args, token);
  const form = await parseForm(newcomerForms[invitation.kind], args.request);
  if (!form.ok) return rejected(form);
  const outcome = await acceptAsNewcomer(token, form.data, args.context);
  return outcome.ok ? joined(args, outcome.value) : answerRefusal(form, outcome.refusal);
}

const newcomerForms = { mail: newcomerByMailForm, printed: newcomerByCodeForm };

async function joinWithAccount(args: ActionFunctionArgs, token: string) {
  const form = await parseForm(joinWithAccountForm, args.request);
  if (!form.ok) return rejected(form);
  const { accountEmail: email, accountPassword: password } = form.data;
  const outcome = await acceptWithAccount(token, { email, password }, args.context);
  return outcome.ok ? joined(args, outcome.value) : answerRefusal(form, outcome.refusal);
}

async function joined(args: ActionFunctionArgs, { token }: Accepted) {
  const headers = { "Set-Cookie": endedLinkCookie("invitation", args.context.origin) };
  if (token === null) return redirect(paths.waiting, { status: 303, headers });
  await signInHere(args, token);
  return redirectWithNotice(paths.home, "joined", headers);
}

export default function Join() {
  const invitation = useLoaderData<typeof loader>();
  if (!invitation) return <NotUsable />;
  const { organisation, roles } = invitation;
  return (
    <div className="app-narrow">
      <PageHeading
        title={`Join ${organisation}`}
        lead={`You are invited as ${roles}. Choose whether you are new to Greenroom.`}
      />
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
