import "server-only";
import { type OrganisationRole, rolesGivenBy } from "@/lib/organisations/roles";
import { type Outcome, refused } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import type { Confirmation } from "@/lib/server/access/person";
import { recordEvent } from "@/lib/server/audit/record-event";
import { recordedChange } from "@/lib/server/audit/recorded-change";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import { askToConfirm } from "@/lib/server/http/ask-to-confirm";
import { mayMailInvitation } from "@/lib/server/mail/may-mail-invitation";
import type { Mail } from "@/lib/server/mail/send-mail";
import { env } from "@/lib/server/runtime/env";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";

const sevenDays = 7 * 24 * 60 * 60 * 1_000;

export type InviteMemberOutcome =
  /** `mail` is what is still to be sent; null where mail is not set up, or the address had enough of them today. */
  Outcome<{ link: string; expiresAt: string; mail: Mail | null }>;

/** An invitation to run the organisation outlives the session in which it is made, so it takes a proof beyond that. */
export function takesConfirmation(role: OrganisationRole): boolean {
  return role !== "member";
}

/** Makes a one-time link into the organisation. Apart from its own members, nothing is looked up by the address. */
export async function inviteMember(
  access: OrganisationManageAccess,
  confirmation: Confirmation | null,
  { email, role }: { email: string; role: OrganisationRole },
  origin: RequestOrigin,
): Promise<InviteMemberOutcome> {
  const { user, organisationId } = access;
  const refuse = (key: string, message: string): InviteMemberOutcome => refused(key, message);
  if (takesConfirmation(role) && confirmation === null) return askToConfirm();
  if (!rolesGivenBy[access.role].includes(role)) return refuse("role", "Only an owner can invite an owner.");
  if (!(await isWithinLimit("invitations", user.id, { points: 100, seconds: 60 * 60 }))) {
    return refuse("form", "You have made 100 links within an hour. Wait, then try again.");
  }
  const token = newToken();
  const expiresAt = new Date(Date.now() + sevenDays);
  const made = await inScope(access.scope, async (tx) => {
    const isMember = (await tx.membership.count({ where: { organisationId, user: { email } } })) > 0;
    if (isMember) return null;
    const { id } = await tx.organisationInvitation.create({
      data: { organisationId, email, role, tokenHash: hashToken(token), createdById: user.id, expiresAt },
      select: { id: true },
    });
    await recordEvent(tx, access, origin, {
      action: "member.invited",
      subjectType: "invitation",
      subjectId: id,
      detail: { email, role },
    });
    return tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { name: true } });
  });
  if (made === null) return refuse("email", "This person is a member already. Change the role in the table below.");
  const link = new URL(routes.invitation(token), env().APP_URL).href;
  const mail = (await mayMailInvitation(email)) ? invitationMail(email, user.name, made.name, link) : null;
  return { ok: true, link, expiresAt: expiresAt.toISOString(), mail };
}

function invitationMail(to: string, inviter: string, organisation: string, link: string): Mail {
  return {
    to,
    subject: `${inviter} invites you to “${organisation}” on Peerbalance`,
    text: `${inviter} invites you to join the organisation “${organisation}” on Peerbalance.

Open this link to accept:
${link}

It works once and ends after 7 days. You can sign up on the way if you have no account. If you did not expect this, do nothing.
`,
  };
}

/** Withdraws a link that nobody has accepted yet. */
export function revokeMemberInvitation(
  access: OrganisationManageAccess,
  id: string,
  origin: RequestOrigin,
): Promise<Outcome> {
  const { organisationId, role } = access;
  const open = { acceptedAt: null, revokedAt: null, role: { in: [...rolesGivenBy[role]] } };
  return recordedChange(access, origin, {
    change: (tx) =>
      tx.organisationInvitation.updateMany({
        where: { id, organisationId, ...open },
        data: { revokedAt: new Date() },
      }),
    event: { action: "member.invitation-revoked", subjectType: "invitation", subjectId: id },
    gone: "That link has ended, or only an owner can revoke it. Reload the page to see which are open.",
  });
}
