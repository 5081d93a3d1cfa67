"use client";

import { Button } from "@mantine/core";
import { FormFault } from "@/app/_components/account/form-fault";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { type ActionResult, useAction } from "@/app/_components/ui/use-action";
import table from "@/app/models/[id]/share/share.module.css";
import type { OrganisationRole } from "@/lib/organisations/roles";
import { roleNames } from "./role-words";

interface OpenLinksTableProps {
  organisationId: string;
  invitations: readonly {
    id: string;
    email: string;
    role: OrganisationRole;
    expiresAt: string;
    invitedBy: string;
    canRevoke: boolean;
  }[];
  revoke: (organisationId: string, invitationId: string) => ActionResult;
}

/** Links into the organisation that were made and not yet used; nothing where there are none. */
export function OpenLinksTable({ organisationId, invitations, revoke }: OpenLinksTableProps) {
  const { run, isPending, fault } = useAction();
  if (invitations.length === 0) return <FormFault message={fault} />;
  return (
    <Section title="Links not used yet">
      <Scroller label="Table of links">
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Made for</th>
              <th scope="col">Role</th>
              <th scope="col">By</th>
              <th scope="col">Ends</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {invitations.map(({ id, email, role, expiresAt, invitedBy, canRevoke }) => (
              <tr key={id}>
                <th scope="row">{email}</th>
                <td>{roleNames[role]}</td>
                <td data-label="By">{invitedBy}</td>
                <td data-label="Ends">
                  <LocalTime at={expiresAt} isWhole />
                </td>
                <td className={table.action}>
                  {canRevoke ? (
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={isPending}
                      aria-label={`Revoke the link for ${email}`}
                      onClick={() => run(() => revoke(organisationId, id))}
                    >
                      Revoke
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <FormFault message={fault} />
    </Section>
  );
}
