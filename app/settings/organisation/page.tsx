import { Link } from "@/app/_components/ui/link";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { Section } from "@/app/_components/ui/page/section";
import { routes } from "@/lib/routes";
import { page } from "@/lib/server/http/page";
import { noOrganisation } from "@/lib/server/organisations/current-organisation";
import { currentMembership } from "@/lib/server/organisations/list-members";
import { mostCounted } from "@/lib/text/list-position";
import { formatWhole } from "@/lib/value/format";
import { roleWords } from "../members/role-words";
import { createOrganisationAction, leaveOrganisationAction, renameOrganisationAction } from "./actions";
import styles from "./organisation.module.css";
import { LeaveButton, NewOrganisationForm, RenameForm } from "./organisation-forms";

export default page(
  { name: "/settings/organisation", requires: "user", title: "Organisation", isKept: true },
  async ({ user }) => {
    const membership = await currentMembership(user);
    if (membership === null) {
      return (
        <>
          <PageTitle title="Organisation" />
          <p>{noOrganisation}</p>
          <NewOrganisationForm create={createOrganisationAction} />
        </>
      );
    }
    const { organisationId, role, organisationName, members, isLastOwner } = membership;
    return (
      <>
        <PageTitle title="Organisation" />
        <Section title="This organisation">
          {role === "member" ? (
            <p>{organisationName}</p>
          ) : (
            <RenameForm
              key={organisationId}
              organisationId={organisationId}
              name={organisationName}
              rename={renameOrganisationAction}
            />
          )}
          <p className={styles.hint}>
            {members === 1
              ? "You are its only member."
              : `It has ${members === null ? `more than ${formatWhole(mostCounted)}` : formatWhole(members)} members.`}{" "}
            Your role: {roleWords[role]}. <Link href={routes.members}>See the members</Link>
          </p>
        </Section>
        <Section title="Leave">
          {isLastOwner ? (
            <p className={styles.hint}>
              You are its only owner, and an organisation must have one. To leave, make another member an owner first,
              under <Link href={routes.members}>Members</Link>.
            </p>
          ) : (
            <LeaveButton organisationId={organisationId} name={organisationName} leave={leaveOrganisationAction} />
          )}
        </Section>
        <div id="another">
          <Section title="Another organisation">
            <p className={styles.hint}>
              Models, members and roles of one organisation are separate from those of another. You own the one you
              make, and switch between yours at the top of the page.
            </p>
            <NewOrganisationForm create={createOrganisationAction} />
          </Section>
        </div>
      </>
    );
  },
);
