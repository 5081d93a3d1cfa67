"use client";

import type { ReactNode } from "react";
import { type OpenInvitation, OpenInvitations } from "@/app/_components/account/open-invitations";
import type { ActionResult } from "@/app/_components/ui/action/use-action";
import type { SharedRole } from "@/lib/draft/model";
import { roleWords } from "./role-words";

interface OpenLinksProps {
  modelId: string;
  invitations: readonly OpenInvitation<SharedRole>[];
  pager: ReactNode;
  revoke: (modelId: string, invitationId: string) => ActionResult;
}

/** Invitations to the model that were not used yet. */
export function OpenLinks({ modelId, revoke, ...props }: OpenLinksProps) {
  return <OpenInvitations {...props} roleNames={roleWords} revoke={(id) => revoke(modelId, id)} />;
}
