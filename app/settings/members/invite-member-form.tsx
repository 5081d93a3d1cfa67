"use client";

import { useConfirmed } from "@/app/_components/account/confirmation";
import { InviteColleague, type Invited } from "@/app/_components/account/invite-colleague";
import type { OrganisationRole } from "@/lib/organisations/roles";
import { choicesOf } from "./role-words";

interface InviteMemberFormProps {
  organisationId: string;
  /** The roles that the signed-in person may give. */
  roles: readonly OrganisationRole[];
  isMailSetUp: boolean;
  invite: (organisationId: string, input: { email: string; role: OrganisationRole }) => Invited;
}

/** Invites into the organisation. */
export function InviteMemberForm({ organisationId, roles, isMailSetUp, invite }: InviteMemberFormProps) {
  const confirmed = useConfirmed();
  return (
    <InviteColleague
      roles={choicesOf(roles)}
      usualRole="member"
      isMailSetUp={isMailSetUp}
      invite={(input) => confirmed(() => invite(organisationId, input))}
    />
  );
}
