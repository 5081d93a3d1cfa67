import "server-only";
import type { SharedRole } from "@/lib/draft/model";
import type { ShareAccess } from "@/lib/server/access/model";
import { readPage } from "@/lib/server/lists/read-page";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { formerMember } from "@/lib/text/former-member";
import { type ListPage, type ListPosition, listStart } from "@/lib/text/list-position";
import { findShared, type LinkRow, openInvitations, peopleWithAccess, shareLinks } from "./sql";

export interface Sharing {
  modelName: string;
  organisationName: string;
  /** Only for its creator, the organisation's owners and admins, and whom it is shared with. */
  isPrivate: boolean;
  /** Those who own the model, then those it is shared with. */
  people: ListPage<SharingPerson>;
  /** Links that can still be accepted. */
  invitations: ListPage<PendingInvitation>;
  /** Read-only links, those that ended in the last 90 days too; the newest first. */
  links: ListPage<LinkCard>;
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

/** A link as those who share the model see it; plain values only, so that it can cross to the browser. */
export interface LinkCard extends Omit<LinkRow, "at" | "createdBy" | "expiresAt" | "revokedAt" | "lastOpenedAt"> {
  createdBy: string;
  /** ISO 8601, UTC, as the other times. */
  createdAt: string;
  expiresAt: string;
  /** Null while it stands. */
  revokedAt: string | null;
  /** Null where nobody has opened it. */
  lastOpenedAt: string | null;
}

/** Which pages of people, invitations and read-only links are asked for. */
export interface SharingPositions {
  people: ListPosition;
  invitations: ListPosition;
  links: ListPosition;
}

const firstOfEach: SharingPositions = { people: listStart, invitations: listStart, links: listStart };

/** Who has access to a model, and which links to it there are, a page of each. Null where the model has gone since access was proven. */
export function listSharing(access: ShareAccess, positions: SharingPositions = firstOfEach): Promise<Sharing | null> {
  return readInScope(
    access.scope,
    async (tx) => {
      const [model, people, invitations, links] = await Promise.all([
        findShared(tx, access),
        readPage(positions.people, peopleWithAccess(tx, access)),
        readPage(positions.invitations, openInvitations(tx, access)),
        readPage(positions.links, shareLinks(tx, access)),
      ]);
      if (model === null) return null;
      return {
        ...model,
        people: {
          ...people,
          rows: people.rows.map(({ userId, name, email, role, id }) => ({
            name,
            email,
            isYou: userId === access.user.id,
            ...(role === null ? { role: "owner" as const, shareId: null } : { role, shareId: id }),
          })),
        },
        invitations: {
          ...invitations,
          rows: invitations.rows.map(({ id, email, role, expiresAt, invitedBy }) => ({
            id,
            email,
            role,
            expiresAt: expiresAt.toISOString(),
            invitedBy: invitedBy ?? formerMember,
          })),
        },
        links: { ...links, rows: links.rows.map(cardOf) },
      };
    },
    { byIndex: true },
  );
}

function cardOf({ at, createdBy, expiresAt, revokedAt, lastOpenedAt, ...row }: LinkRow): LinkCard {
  return {
    ...row,
    createdBy: createdBy ?? formerMember,
    createdAt: at.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
  };
}
