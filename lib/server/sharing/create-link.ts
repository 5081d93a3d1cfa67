import "server-only";
import { type Outcome, refused } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import type { LinkDraft } from "@/lib/schemas/share-link";
import type { ShareAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import { hashPassword } from "@/lib/server/crypto/password-hash";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import { env } from "@/lib/server/runtime/env";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { holdModel } from "./sql";

export type CreateLinkOutcome = Outcome<{ link: string; expiresAt: string }>;

const failed = (message: string): CreateLinkOutcome => refused("form", message);

/** Makes a read-only link to the model. Its token is in the answer and nowhere else. */
export async function createLink(
  access: ShareAccess,
  draft: LinkDraft,
  origin: RequestOrigin,
): Promise<CreateLinkOutcome> {
  const { user, modelId, organisationId } = access;
  if (!(await isWithinLimit("links", user.id, { points: 100, seconds: 60 * 60 }))) {
    return failed("You have made 100 links within an hour. Wait, then try again.");
  }
  const { label, mayDownload, leavesOutPay, leavesOutNotes, leavesOutComments } = draft;
  const token = newToken();
  const expiresAt = new Date(draft.expiresAt);
  const passwordHash = draft.password === "" ? null : await hashPassword(draft.password);
  const isMade = await inScope(access.scope, async (tx) => {
    // No save may fold the revision that the link is about to show for good into the next.
    await holdModel(tx, access);
    const model = await tx.costModel.findFirst({
      where: { id: modelId, organisationId, archivedAt: null, deletedAt: null },
      select: { revision: true },
    });
    if (model === null) return false;
    const frozenRevision = draft.isFrozen ? model.revision : null;
    const { id } = await tx.shareLink.create({
      data: {
        organisationId,
        modelId,
        tokenHash: hashToken(token),
        label,
        createdById: user.id,
        expiresAt,
        passwordHash,
        hasPassword: passwordHash !== null,
        mayDownload,
        frozenRevision,
        leavesOutPay,
        leavesOutNotes,
        leavesOutComments,
      },
      select: { id: true },
    });
    await recordEvent(tx, access, origin, {
      action: "link.created",
      subjectType: "link",
      subjectId: id,
      detail: { model: modelId, until: expiresAt.toISOString(), ...(frozenRevision && { revision: frozenRevision }) },
    });
    return true;
  });
  if (!isMade) return failed("This model is no longer there. Reload the page.");
  return { ok: true, link: new URL(routes.link(token), env().APP_URL).href, expiresAt: expiresAt.toISOString() };
}
