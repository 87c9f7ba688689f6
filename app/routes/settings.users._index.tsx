import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { LinkButton } from "~/components/button";
import { InsetText } from "~/components/callout";
import { EmailAddress } from "~/components/email-address";
import { titled } from "~/components/document-title";
import { invitationTags } from "~/components/invitation-words";
import { PageHeading, Section } from "~/components/page-heading";
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { TextLink } from "~/components/text-link";
import { listInvitations } from "~/data/invitations.server";
import { loadMembers } from "~/data/members.server";
import { rolesInWords } from "~/forms/user-forms";
import { requireSignedIn } from "~/http/signed-in.server";
import { paths } from "~/paths";

export const handle = titled("Users and roles");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args, "user.edit");
  const { members, adults } = await loadMembers(actor);
  const adultNames = new Map(adults.map(({ id, name }) => [id, name]));
  const invitations = await listInvitations(actor);
  return {
    invitations: invitations.map(({ id, name, email, usedBy, roles, state }) => ({
      id,
      name,
      email: usedBy?.email ?? email,
      roles: rolesInWords(roles),
      state,
    })),
    hasApprover: members.some(({ roles }) => roles.includes("approver")),
    members: members.map(({ userId, name, email, roles, adultId }) => ({
      userId,
      name,
      email,
      roles: rolesInWords(roles),
      adult: (adultId && adultNames.get(adultId)) ?? "None",
    })),
  };
}

export default function Users() {
  const { members, invitations, hasApprover } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={paths.settings}>Settings</BackLink>
      <PageHeading
        title="Users and roles"
        lead="Who signs in. Young people, parents and observers need no account."
      />
      {hasApprover ? null : (
        <InsetText>
          Nobody can sign sessions off yet. An approver is somebody who did not plan the session: a manager, a
          deputy or a trustee.
        </InsetText>
      )}
      <LinkButton to={paths.invite}>Invite somebody</LinkButton>
      <Table
        caption="People who can sign in"
        hiddenCaption
        rows={members}
        rowKey={({ userId }) => userId}
        columns={[
          {
            heading: "Name",
            cell: ({ userId, name }) => <TextLink to={paths.user(userId)}>{name}</TextLink>,
          },
          { heading: "Email address", cell: ({ email }) => <EmailAddress>{email}</EmailAddress> },
          { heading: "Roles", cell: ({ roles }) => roles },
          { heading: "Adult record", cell: ({ adult }) => adult },
        ]}
      />
      {invitations.length > 0 ? (
        <Section heading="Invitations">
          <Table
            caption="People who were invited and have not joined yet"
            hiddenCaption
            rows={invitations}
            rowKey={({ id }) => id}
            columns={[
              {
                heading: "Name",
                cell: ({ id, name }) => <TextLink to={paths.invitationOf(id)}>{name}</TextLink>,
              },
              {
                heading: "How",
                cell: ({ email }) => (email ? <EmailAddress>{email}</EmailAddress> : "A code on paper"),
              },
              { heading: "Roles", cell: ({ roles }) => roles },
              {
                heading: "State",
                cell: ({ state }) => (
                  <Tag colour={invitationTags[state].colour}>{invitationTags[state].words}</Tag>
                ),
              },
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}
