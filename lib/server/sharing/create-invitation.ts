import "server-only";
import type { SharedRole } from "@/lib/draft/model";
import type { Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import type { ShareAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import { mayMailInvitation } from "@/lib/server/mail/may-mail-invitation";
import type { Mail } from "@/lib/server/mail/send-mail";
import { env } from "@/lib/server/runtime/env";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";

const sevenDays = 7 * 24 * 60 * 60 * 1_000;

export type InviteOutcome =
  /** `mail` is what is still to be sent; null where mail is not set up, or the address had enough of them today. */
  Outcome<{ link: string; expiresAt: string; mail: Mail | null }>;

/**
 * Makes a one-time link that gives the person who accepts it while signed in the role on the model. The address is a note for the person who shares:
 * nothing is looked up by it, so the answer is the same whether or not it has an account.
 */
export async function createInvitation(
  access: ShareAccess,
  { email, role }: { email: string; role: SharedRole },
  origin: RequestOrigin,
): Promise<InviteOutcome> {
  const { user, modelId, organisationId } = access;
  if (!(await isWithinLimit("invitations", user.id, { points: 100, seconds: 60 * 60 }))) {
    return {
      ok: false,
      faults: [{ key: "form", message: "You have made 100 links within an hour. Wait, then try again." }],
    };
  }
  const token = newToken();
  const expiresAt = new Date(Date.now() + sevenDays);
  const name = await inScope(access.scope, async (tx) => {
    const { id } = await tx.shareInvitation.create({
      data: { organisationId, modelId, email, role, tokenHash: hashToken(token), createdById: user.id, expiresAt },
      select: { id: true },
    });
    await recordEvent(tx, access, origin, {
      action: "invitation.created",
      subjectType: "invitation",
      subjectId: id,
      detail: { model: modelId, email, role },
    });
    const model = await tx.costModel.findFirstOrThrow({
      where: { id: modelId, organisationId },
      select: { name: true },
    });
    return model.name;
  });
  const link = new URL(routes.invitation(token), env().APP_URL).href;
  const mail = (await mayMailInvitation(email)) ? invitationMail(email, user.name, name, role, link) : null;
  return { ok: true, link, expiresAt: expiresAt.toISOString(), mail };
}

const mayDo: Record<SharedRole, string> = {
  viewer: "read",
  commenter: "read and comment on",
  editor: "change",
};

function invitationMail(to: string, inviter: string, model: string, role: SharedRole, link: string): Mail {
  return {
    to,
    subject: `${inviter} shares “${model}” with you on Peerbalance`,
    text: `${inviter} invites you to ${mayDo[role]} the model “${model}” on Peerbalance.

Open this link to accept:
${link}

It works once and ends after 7 days. You can sign up on the way if you have no account. If you did not expect this, do nothing.
`,
  };
}
