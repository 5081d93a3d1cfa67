"use client";

import type { ReactNode } from "react";
import { type OpenInvitation, OpenInvitations } from "@/app/_components/account/open-invitations";
import type { ActionResult } from "@/app/_components/ui/action/use-action";
import type { OrganisationRole } from "@/lib/organisations/roles";
import { roleNames } from "./role-words";

interface OpenLinksProps {
  organisationId: string;
  invitations: readonly (OpenInvitation<OrganisationRole> & { canRevoke: boolean })[];
  pager: ReactNode;
  revoke: (organisationId: string, invitationId: string) => ActionResult;
}

/** Invitations into the organisation that were not used yet. */
export function OpenLinks({ organisationId, revoke, ...props }: OpenLinksProps) {
  return (
    <OpenInvitations
      {...props}
      roleNames={roleNames}
      canRevoke={({ canRevoke }) => canRevoke}
      revoke={(id) => revoke(organisationId, id)}
    />
  );
}
