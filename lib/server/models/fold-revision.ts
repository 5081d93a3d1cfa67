import "server-only";
import type { EditAccess } from "@/lib/server/access/model";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import type { Prisma } from "@/prisma/generated/client";

const minute = 60 * 1_000;
/** A save joins the one before it where that is no older, ms; the database allows a little more, for clocks differ. */
const pause = 5 * minute;
/** One revision holds the saves of no longer a time, ms. */
const longest = 30 * minute;

/**
 * Makes a save part of the revision before it, which then has the newest figures and the newest number: rapid edits by one person are one
 * revision. Not where someone else saved between, where it has a note, restored another, is shown by a link, or is the model's first.
 *
 * @param number of this save
 * @param kept of its change of the rate, the part over which typed money kept its figures
 * @returns whether there was one to join
 */
export async function foldRevision(
  tx: ScopedTransaction,
  { user, modelId, organisationId }: EditAccess,
  number: number,
  content: Prisma.RevisionUncheckedUpdateManyInput,
  kept: number,
  savedAt: Date,
): Promise<boolean> {
  const before = number - 1;
  if (before === 1) return false;
  const { count } = await tx.revision.updateMany({
    where: {
      modelId,
      organisationId,
      number: before,
      authorId: user.id,
      note: "",
      restoredFrom: null,
      isKept: false,
      createdAt: { gt: new Date(savedAt.getTime() - pause) },
      startedAt: { gt: new Date(savedAt.getTime() - longest) },
    },
    data: { ...content, number, moneyKept: { multiply: kept }, createdAt: savedAt },
  });
  return count > 0;
}
