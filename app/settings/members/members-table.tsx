"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useConfirmed } from "@/app/_components/account/confirmation";
import { FormFault } from "@/app/_components/account/form-fault";
import { RoleSelect } from "@/app/_components/account/role-select";
import { type ActionResult, useAction } from "@/app/_components/ui/action/use-action";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Section } from "@/app/_components/ui/page/section";
import { RecordTable } from "@/app/_components/ui/records/record-table";
import type { OrganisationRole } from "@/lib/organisations/roles";
import type { Member } from "@/lib/server/organisations/list-members";
import { ConfirmedButton } from "./confirmed-button";
import { choicesOf, roleNames } from "./role-words";

interface MembersTableProps {
  organisationId: string;
  organisationName: string;
  people: readonly Member[];
  /** The field that searches them, and the links to other pages of them. */
  search: ReactNode;
  pager: ReactNode;
  /** The roles that the signed-in person may give. */
  roles: readonly OrganisationRole[];
  changeRole: (organisationId: string, userId: string, role: OrganisationRole) => ActionResult;
  remove: (organisationId: string, userId: string) => ActionResult;
}

/** Who belongs to the organisation, and as what. */
export function MembersTable(props: MembersTableProps) {
  const { organisationId, organisationName, people, search, pager, roles, changeRole, remove } = props;
  const router = useRouter();
  const confirmed = useConfirmed();
  const { run, isPending, fault } = useAction();
  const roleCell = ({ userId, name, role, canChange, isLastOwner }: Member) =>
    canChange && !isLastOwner ? (
      <RoleSelect
        name={name}
        role={role}
        roles={choicesOf(roles)}
        isDisabled={isPending}
        onChoose={(chosen) => run(() => confirmed(() => changeRole(organisationId, userId, chosen)))}
      />
    ) : (
      `${roleNames[role]}${isLastOwner ? " (the only one)" : ""}`
    );
  const removal = ({ userId, name, canChange, isYou, isLastOwner }: Member) =>
    canChange && !isYou && !isLastOwner ? (
      <ConfirmedButton
        label={`Remove ${name}`}
        words="Remove"
        title={`Remove ${name} from ${organisationName}?`}
        confirm="Remove"
        isDisabled={isPending}
        act={() => confirmed(() => remove(organisationId, userId))}
        onDone={() => router.refresh()}
      >
        {name} loses access to its models at once, also to those shared with them by name; their tokens and unused
        invitations here end. The models they made stay with the organisation, and read-only links to models work until
        they are revoked.
      </ConfirmedButton>
    ) : null;
  return (
    <Section title="People" anchor="people" action={search}>
      {people.length === 0 ? <p>No name and no address here has these words in it.</p> : null}
      <RecordTable
        label="Table of members"
        rows={people}
        keyOf={({ userId }) => userId}
        columns={[
          { head: "Name", cell: ({ name, isYou }) => (isYou ? `${name} (you)` : name) },
          { head: "Email", cell: ({ email }) => email, speaksForItself: true },
          { head: "Role", cell: roleCell, speaksForItself: true },
          { head: "Since", cell: ({ joinedAt }) => <LocalTime at={joinedAt} /> },
        ]}
        action={people.some(({ canChange }) => canChange) ? removal : undefined}
      />
      {pager}
      <FormFault message={fault} />
    </Section>
  );
}
