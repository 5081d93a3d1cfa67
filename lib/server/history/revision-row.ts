import "server-only";
import type { RevisionCard } from "@/lib/draft/history";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { formerMember } from "@/lib/text/former-member";

/** What a card of a revision is made of. */
export const cardColumns = {
  number: true,
  authorId: true,
  author: { select: { name: true } },
  startedAt: true,
  createdAt: true,
  note: true,
  headline: true,
  restoredFrom: true,
  modelVersion: true,
  isKept: true,
} as const;

interface CardRow {
  number: number;
  authorId: string | null;
  author: { name: string } | null;
  startedAt: Date;
  createdAt: Date;
  note: string;
  headline: string | null;
  restoredFrom: number | null;
  modelVersion: number;
  isKept: boolean;
}

export function revisionCard(row: CardRow, viewer: AuthenticatedUser): RevisionCard {
  return {
    number: row.number,
    author: row.author?.name ?? formerMember,
    isYours: row.authorId === viewer.id,
    startedAt: row.startedAt.toISOString(),
    savedAt: row.createdAt.toISOString(),
    note: row.note,
    headline: row.headline ?? "",
    restoredFrom: row.restoredFrom,
    modelVersion: row.modelVersion,
    isLinked: row.isKept,
  };
}
