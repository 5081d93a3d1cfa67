import "server-only";
import type { SharedRole } from "@/lib/draft/model";
import type { ShareAccess } from "@/lib/server/access/model";
import { inScope } from "@/lib/server/runtime/scope";
import { formerMember } from "@/lib/text/former-member";

export interface Sharing {
  modelName: string;
  organisationName: string;
  /** Only for its creator, the organisation's owners and admins, and whom it is shared with. */
  isPrivate: boolean;
  /** Those who own the model, then those it is shared with. */
  people: SharingPerson[];
  /** Links that can still be accepted. */
  invitations: PendingInvitation[];
}

export type SharingPerson = { name: string; email: string; isYou: boolean } & (
  | { role: "owner"; shareId: null }
  | { role: SharedRole; shareId: string }
);

export interface PendingInvitation {
  id: string;
  /** The address the link was made for; who holds the link may accept it. */
  email: string;
  role: SharedRole;
  /** ISO 8601, UTC. */
  expiresAt: string;
  invitedBy: string;
}

/** Who has access to a model, and which links are open. Null where the model has gone since access was proven. */
export async function listSharing(access: ShareAccess): Promise<Sharing | null> {
  const { modelId, organisationId, user } = access;
  return inScope(access.scope, async (tx) => {
    const model = await tx.costModel.findFirst({
      where: { id: modelId, organisationId },
      select: { name: true, creatorId: true, isPrivate: true, organisation: { select: { name: true } } },
    });
    if (model === null) return null;
    const person = { select: { id: true, name: true, email: true } };
    const members = await tx.membership.findMany({
      where: { organisationId },
      orderBy: { createdAt: "asc" },
      select: { role: true, user: person },
    });
    const shares = await tx.share.findMany({
      where: { modelId, organisationId },
      orderBy: { createdAt: "asc" },
      select: { id: true, role: true, user: person },
    });
    const invitations = await tx.shareInvitation.findMany({
      where: { modelId, organisationId, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
      orderBy: { createdAt: "desc" },
      select: { id: true, email: true, role: true, expiresAt: true, createdBy: { select: { name: true } } },
    });
    const shown = ({ id, name, email }: { id: string; name: string; email: string }) => ({
      name,
      email,
      isYou: id === user.id,
    });
    return {
      modelName: model.name,
      organisationName: model.organisation.name,
      isPrivate: model.isPrivate,
      people: [
        ...members
          .filter(({ role, user: { id } }) => role !== "member" || id === model.creatorId)
          .map((member) => ({ ...shown(member.user), role: "owner" as const, shareId: null })),
        ...shares.map((share) => ({ ...shown(share.user), role: share.role, shareId: share.id })),
      ],
      invitations: invitations.map(({ expiresAt, createdBy, ...invitation }) => ({
        ...invitation,
        expiresAt: expiresAt.toISOString(),
        invitedBy: createdBy?.name ?? formerMember,
      })),
    };
  });
}
