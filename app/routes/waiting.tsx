import { LinkButton } from "~/components/button";
import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";
import { paths } from "~/paths";

export const handle = titled("Nearly there");

export default function Waiting() {
  return (
    <div className="app-narrow">
      <PageHeading
        title="Nearly there"
        lead="Your account is made. An administrator of your organisation now has to see you and confirm that it is you."
      />
      <p className="govuk-body">
        Tell whoever gave you the code. They open Settings, then Users and roles, and find your name there.
        When they have confirmed it, you can sign in. Until then you see nothing of the organisation.
      </p>
      <LinkButton to={paths.signIn}>Sign in</LinkButton>
    </div>
  );
}
