import { PageTitle } from "@/app/_components/ui/page/page-title";
import { Pager } from "@/app/_components/ui/records/pager";
import { organisationRoles, rolesGivenBy } from "@/lib/organisations/roles";
import { routes } from "@/lib/routes";
import { readListPosition, readSearch } from "@/lib/schemas/list-position";
import { page } from "@/lib/server/http/page";
import { isMailSetUp } from "@/lib/server/mail/send-mail";
import { noOrganisation } from "@/lib/server/organisations/current-organisation";
import { currentMembers } from "@/lib/server/organisations/list-members";
import { positionParameters, queryOf } from "@/lib/text/list-position";
import styles from "../organisation/organisation.module.css";
import {
  changeMemberRoleAction,
  inviteMemberAction,
  removeMemberAction,
  revokeMemberInvitationAction,
} from "./actions";
import { InviteMemberForm } from "./invite-member-form";
import { MembersSearch } from "./members-search";
import { MembersTable } from "./members-table";
import { OpenLinks } from "./open-links";
import { roleNames } from "./role-words";

const mayDo = {
  owner: "may do everything, including adding and removing owners",
  admin: "may see and change every model, invite, remove and change admins and members",
  member: "may make models, read and comment on those that are not private",
};

export default page(
  { name: "/settings/members", requires: "user", title: "Members", isKept: true },
  async ({ user, searchParams }) => {
    const listing = {
      search: readSearch(searchParams),
      people: readListPosition(searchParams),
      invitations: readListPosition(searchParams, "invitations"),
    };
    const members = await currentMembers(user, listing);
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
    const hrefOf = (change: Partial<typeof listing>) => {
      const asked = { ...listing, ...change };
      const search: [string, string][] = asked.search === "" ? [] : [["search", asked.search]];
      const positions = [...positionParameters(asked.people), ...positionParameters(asked.invitations, "invitations")];
      return `${routes.members}${queryOf([...search, ...positions])}`;
    };
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
          people={people.rows}
          search={<MembersSearch search={listing.search} isShort={people.pages === 1} />}
          pager={
            <Pager
              paging={people}
              shown={people.rows.length}
              one="member"
              many="members"
              hrefOf={(position) => hrefOf({ people: position })}
              anchor="people"
            />
          }
          changeRole={changeMemberRoleAction}
          remove={removeMemberAction}
        />
        <OpenLinks
          organisationId={organisationId}
          invitations={invitations.rows}
          pager={
            <Pager
              paging={invitations}
              shown={invitations.rows.length}
              one="invitation"
              many="invitations"
              hrefOf={(position) => hrefOf({ invitations: position })}
              anchor="invitations"
            />
          }
          revoke={revokeMemberInvitationAction}
        />
      </>
    );
  },
);
