"use client";

import { InviteColleague, type Invited } from "@/app/_components/account/invite-colleague";
import type { SharedRole } from "@/lib/draft/model";
import { roleChoices } from "./role-words";

interface InviteFormProps {
  modelId: string;
  isMailSetUp: boolean;
  invite: (modelId: string, input: { email: string; role: SharedRole }) => Invited;
}

/** Invites to the model. */
export function InviteForm({ modelId, isMailSetUp, invite }: InviteFormProps) {
  return (
    <div data-off-paper>
      <InviteColleague
        roles={roleChoices}
        usualRole="viewer"
        isMailSetUp={isMailSetUp}
        invite={(input) => invite(modelId, input)}
      />
    </div>
  );
}
