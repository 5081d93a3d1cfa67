import "server-only";
import { type Outcome, refused } from "@/lib/outcome";
import { acceptShareInvitation } from "@/lib/server/access/invitations";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { recordEvent } from "@/lib/server/audit/record-event";
import { hashToken } from "@/lib/server/crypto/tokens";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";

export type AcceptOutcome = Outcome<{ modelId: string }>;

/** Uses an invitation's link up: the person, proven by their session and the link, gets the role it carries. */
export async function acceptInvitation(
  user: AuthenticatedUser,
  token: string,
  origin: RequestOrigin,
): Promise<AcceptOutcome> {
  return inScope({ user: user.id }, async (tx): Promise<AcceptOutcome> => {
    const accepted = await acceptShareInvitation(tx, hashToken(token));
    if (accepted === null) {
      const message = "This link has been used, has expired or was withdrawn. Ask the sender for a new one.";
      return refused("form", message);
    }
    const { outcome, modelId, organisationId, role } = accepted;
    if (outcome === "accepted") {
      await recordEvent(tx, { user, organisationId }, origin, {
        action: "invitation.accepted",
        subjectType: "model",
        subjectId: modelId,
        detail: { role },
      });
    }
    return { ok: true, modelId };
  });
}
