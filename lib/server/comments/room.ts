import "server-only";
import { type CommentOutcome, mostCharacters, mostComments } from "@/lib/comments/comment";
import { refused } from "@/lib/outcome";
import type { ViewAccess } from "@/lib/server/access/model";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import { formatWhole } from "@/lib/value/format";
import { commentsInAll } from "./sql";

/**
 * Whether a model's comments may grow: each of its pages reads all of them. Those who write at the same moment may pass
 * the bound by a comment each.
 *
 * @param more comments, and characters in all
 */
export async function hasRoom(
  tx: ScopedTransaction,
  access: ViewAccess,
  more: { readonly comments: number; readonly characters: number },
): Promise<boolean> {
  if (more.comments <= 0 && more.characters <= 0) return true;
  const { comments, characters } = await commentsInAll(tx, access);
  return comments + more.comments <= mostComments && characters + more.characters <= mostCharacters;
}

export const noRoom: CommentOutcome = refused(
  "form",
  `A model may have ${formatWhole(mostComments)} comments, of ${formatWhole(mostCharacters)} characters in all, and these would be more. Delete some that you wrote and nobody needs, or go on in a copy of the model.`,
);
