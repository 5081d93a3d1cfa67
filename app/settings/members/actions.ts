"use server";

import { after } from "next/server";
import type { OrganisationRole } from "@/lib/organisations/roles";
import type { Outcome } from "@/lib/outcome";
import { organisationRoleSchema } from "@/lib/schemas/organisation";
import { emailSchema } from "@/lib/schemas/person";
import { z } from "@/lib/schemas/zod";
import { action } from "@/lib/server/http/action";
import { sendMail } from "@/lib/server/mail/send-mail";
import { changeMemberRole, removeMember } from "@/lib/server/organisations/change-membership";
import { inviteMember, revokeMemberInvitation, takesConfirmation } from "@/lib/server/organisations/invite-member";

type Invited = Outcome<{ link: string; expiresAt: string; isMailed: boolean }>;

const id = z.uuid("The page is out of date. Reload it.");

export const inviteMemberAction = action(
  {
    name: "inviteMemberAction",
    requires: "organisation:manage",
    confirms: (_id: string, { role }: { role: OrganisationRole }) => takesConfirmation(role),
    input: z.tuple([id, z.strictObject({ email: emailSchema, role: organisationRoleSchema })]),
  },
  async ({ input: [, given], access, confirmation, origin }): Promise<Invited> => {
    const outcome = await inviteMember(access, confirmation, given, origin);
    if (!outcome.ok) return outcome;
    const { link, expiresAt, mail } = outcome;
    if (mail !== null) after(() => sendMail(mail));
    return { ok: true, link, expiresAt, isMailed: mail !== null };
  },
);

export const revokeMemberInvitationAction = action(
  { name: "revokeMemberInvitationAction", requires: "organisation:manage", input: z.tuple([id, id]) },
  async ({ input: [, invitationId], access, origin }) => revokeMemberInvitation(access, invitationId, origin),
);

export const changeMemberRoleAction = action(
  {
    name: "changeMemberRoleAction",
    requires: "organisation:manage",
    confirms: true,
    input: z.tuple([id, id, organisationRoleSchema]),
  },
  async ({ input: [, userId, role], access, confirmation, origin }) =>
    changeMemberRole(access, confirmation, userId, role, origin),
);

export const removeMemberAction = action(
  { name: "removeMemberAction", requires: "organisation:manage", confirms: true, input: z.tuple([id, id]) },
  async ({ input: [, userId], access, confirmation, origin }) => removeMember(access, confirmation, userId, origin),
);
