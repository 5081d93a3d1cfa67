import type { ReactNode } from "react";
import { type ActionResult, useAction } from "@/app/_components/ui/action/use-action";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Section } from "@/app/_components/ui/page/section";
import { RecordTable } from "@/app/_components/ui/records/record-table";
import { RowButton } from "@/app/_components/ui/records/row-button";
import { FormFault } from "./form-fault";

export interface OpenInvitation<Role> {
  id: string;
  email: string;
  role: Role;
  /** ISO 8601, UTC. */
  expiresAt: string;
  invitedBy: string;
}

interface OpenInvitationsProps<Role extends string, Invitation extends OpenInvitation<Role>> {
  invitations: readonly Invitation[];
  /** Links to the other pages of them. */
  pager: ReactNode;
  roleNames: Record<Role, string>;
  canRevoke?: (invitation: Invitation) => boolean;
  revoke: (id: string) => ActionResult;
}

/** One-time links that were made and not yet used; nothing where there are none. */
export function OpenInvitations<Role extends string, Invitation extends OpenInvitation<Role>>(
  props: OpenInvitationsProps<Role, Invitation>,
) {
  const { invitations, pager, roleNames, canRevoke = () => true, revoke } = props;
  const { run, isPending, fault } = useAction();
  if (invitations.length === 0) return <FormFault message={fault} />;
  return (
    <Section title="Links not used yet" anchor="invitations">
      <RecordTable
        label="Table of links"
        rows={invitations}
        columns={[
          { head: "Made for", cell: ({ email }) => email },
          { head: "Role", cell: ({ role }) => roleNames[role], speaksForItself: true },
          { head: "By", cell: ({ invitedBy }) => invitedBy },
          { head: "Ends", cell: ({ expiresAt }) => <LocalTime at={expiresAt} isWhole /> },
        ]}
        action={(invitation) =>
          canRevoke(invitation) ? (
            <RowButton
              words="Revoke"
              of={`the link for ${invitation.email}`}
              isDisabled={isPending}
              onClick={() => run(() => revoke(invitation.id))}
            />
          ) : null
        }
      />
      {pager}
      <FormFault message={fault} />
    </Section>
  );
}
