"use server";

import { after } from "next/server";
import { z } from "zod";
import { sharedRoles } from "@/lib/draft/model";
import type { Outcome } from "@/lib/outcome";
import { emailSchema } from "@/lib/schemas/person";
import { action } from "@/lib/server/http/action";
import { sendMail } from "@/lib/server/mail/send-mail";
import { mailNoticesAfterwards } from "@/lib/server/notices/mail-notices";
import { changeRole, removeShare, revokeInvitation } from "@/lib/server/sharing/change-sharing";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { setPrivate } from "@/lib/server/sharing/set-private";

type Invited = Outcome<{ link: string; expiresAt: string; isMailed: boolean }>;

const id = z.uuid("The page is out of date. Reload it.");
const role = z.enum(sharedRoles, "Role must be viewer, commenter or editor.");

export const inviteAction = action(
  {
    name: "inviteAction",
    requires: "share",
    input: z.tuple([id, z.strictObject({ email: emailSchema, role })]),
  },
  async ({ input: [, given], access, origin }): Promise<Invited> => {
    const outcome = await createInvitation(access, given, origin);
    if (!outcome.ok) return outcome;
    const { link, expiresAt, mail } = outcome;
    if (mail !== null) after(() => sendMail(mail));
    return { ok: true, link, expiresAt, isMailed: mail !== null };
  },
);

export const changeRoleAction = action(
  { name: "changeRoleAction", requires: "share", input: z.tuple([id, id, role]) },
  async ({ input: [, shareId, to], access, origin }) => {
    mailNoticesAfterwards(access.user);
    return changeRole(access, shareId, to, origin);
  },
);

export const removeShareAction = action(
  { name: "removeShareAction", requires: "share", input: z.tuple([id, id]) },
  async ({ input: [, shareId], access, origin }) => removeShare(access, shareId, origin),
);

export const revokeInvitationAction = action(
  { name: "revokeInvitationAction", requires: "share", input: z.tuple([id, id]) },
  async ({ input: [, invitationId], access, origin }) => revokeInvitation(access, invitationId, origin),
);

export const setPrivateAction = action(
  { name: "setPrivateAction", requires: "share", input: z.tuple([id, z.boolean()]) },
  async ({ input: [, isPrivate], access, origin }) => setPrivate(access, isPrivate, origin),
);
