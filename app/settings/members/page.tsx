import type { Metadata } from "next";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { organisationRoles, rolesGivenBy } from "@/lib/organisations/roles";
import { page } from "@/lib/server/http/page";
import { isMailSetUp } from "@/lib/server/mail/send-mail";
import { noOrganisation } from "@/lib/server/organisations/current-organisation";
import { currentMembers } from "@/lib/server/organisations/list-members";
import styles from "../organisation/organisation.module.css";
import {
  changeMemberRoleAction,
  inviteMemberAction,
  removeMemberAction,
  revokeMemberInvitationAction,
} from "./actions";
import { InviteMemberForm } from "./invite-member-form";
import { MembersTable } from "./members-table";
import { OpenLinks } from "./open-links";
import { roleNames } from "./role-words";

export const metadata: Metadata = { title: "Members" };

const mayDo = {
  owner: "may do everything, including adding and removing owners",
  admin: "may see and change every model, invite, remove and change admins and members",
  member: "may make models, read and comment on those that are not private",
};

export default page({ name: "/settings/members", requires: "user" }, async ({ user }) => {
  const members = await currentMembers(user);
  if (members === null) {
    return (
      <>
        <PageTitle title="Members" />
        <p>{noOrganisation}</p>
      </>
    );
  }
  const { organisationId, role, organisationName, people, invitations } = members;
  const given = { organisationId, roles: rolesGivenBy[role] };
  return (
    <>
      <PageTitle title={`Members of ${organisationName}`} />
      <dl className={styles.roles}>
        {organisationRoles.map((one) => (
          <div key={one}>
            <dt>{roleNames[one]}</dt>
            <dd>{mayDo[one]}</dd>
          </div>
        ))}
      </dl>
      {given.roles.length === 0 ? null : (
        <InviteMemberForm key={organisationId} {...given} isMailSetUp={isMailSetUp()} invite={inviteMemberAction} />
      )}
      <MembersTable
        {...given}
        organisationName={organisationName}
        people={people}
        changeRole={changeMemberRoleAction}
        remove={removeMemberAction}
      />
      <OpenLinks organisationId={organisationId} invitations={invitations} revoke={revokeMemberInvitationAction} />
    </>
  );
});
