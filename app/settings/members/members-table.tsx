"use client";

import { NativeSelect } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useConfirmed } from "@/app/_components/account/confirmation";
import { FormFault } from "@/app/_components/account/form-fault";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { type ActionResult, useAction } from "@/app/_components/ui/use-action";
import table from "@/app/models/[id]/share/share.module.css";
import type { OrganisationRole } from "@/lib/organisations/roles";
import { ConfirmedButton } from "./confirmed-button";
import { roleNames } from "./role-words";

interface MembersTableProps {
  organisationId: string;
  organisationName: string;
  people: readonly {
    userId: string;
    name: string;
    email: string;
    role: OrganisationRole;
    joinedAt: string;
    isYou: boolean;
    canChange: boolean;
    isLastOwner: boolean;
  }[];
  /** The roles that the signed-in person may give. */
  roles: readonly OrganisationRole[];
  changeRole: (organisationId: string, userId: string, role: OrganisationRole) => ActionResult;
  remove: (organisationId: string, userId: string) => ActionResult;
}

/** Who belongs to the organisation, and as what. */
export function MembersTable(props: MembersTableProps) {
  const { organisationId, organisationName, people, roles, changeRole, remove } = props;
  const router = useRouter();
  const confirmed = useConfirmed();
  const { run, isPending, fault } = useAction();
  const isMounted = useIsMounted();
  const mayChangeAny = people.some(({ canChange }) => canChange);
  return (
    <Section title="People">
      <Scroller label="Table of members">
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Email</th>
              <th scope="col">Role</th>
              <th scope="col">Since</th>
              {mayChangeAny ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {people.map(({ userId, name, email, role, joinedAt, isYou, canChange, isLastOwner }) => (
              <tr key={userId}>
                <th scope="row">
                  {name}
                  {isYou ? " (you)" : ""}
                </th>
                <td>{email}</td>
                <td>
                  {canChange && !isLastOwner ? (
                    <NativeSelect
                      size="xs"
                      aria-label={`Role of ${name}`}
                      value={role}
                      // What is chosen before the page listens would be set back as it does.
                      disabled={isPending || !isMounted}
                      data={roles.map((value) => ({ value, label: roleNames[value] }))}
                      onChange={(event) => {
                        const chosen = roles.find((value) => value === event.currentTarget.value);
                        if (chosen) run(() => confirmed(() => changeRole(organisationId, userId, chosen)));
                      }}
                    />
                  ) : (
                    `${roleNames[role]}${isLastOwner ? " (the only one)" : ""}`
                  )}
                </td>
                <td data-label="Since">
                  <LocalTime at={joinedAt} />
                </td>
                {mayChangeAny ? (
                  <td className={table.action}>
                    {canChange && !isYou && !isLastOwner ? (
                      <ConfirmedButton
                        label={`Remove ${name}`}
                        words="Remove"
                        title={`Remove ${name} from ${organisationName}?`}
                        confirm="Remove"
                        isDisabled={isPending}
                        act={() => confirmed(() => remove(organisationId, userId))}
                        onDone={() => router.refresh()}
                      >
                        {name} loses access to its models at once, also to those shared with them by name; their tokens
                        and unused invitations here end. The models they made stay with the organisation, and read-only
                        links to models work until they are revoked.
                      </ConfirmedButton>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <FormFault message={fault} />
    </Section>
  );
}
