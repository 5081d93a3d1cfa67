import "server-only";
import { normalEmail } from "@/lib/email-address.mjs";
import { type Outcome, refused } from "@/lib/outcome";
import type { AuthenticatedUser, Confirmation } from "@/lib/server/access/person";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import { wordList } from "@/lib/text/word-list";
import { deletionDue } from "./grace";

/**
 * Has the person's account deleted once the days of grace are over. Organisations that are theirs alone go with it; one with other people in it
 * must have another owner first.
 *
 * @param typedEmail the person's address, typed to show that it is meant
 */
export async function askForAccountDeletion({ user }: Confirmation, typedEmail: string): Promise<Outcome> {
  if (normalEmail(typedEmail) !== user.email) {
    return refused("email", `Type your address, ${user.email}, to go on.`);
  }
  return inScope({ user: user.id }, async (tx): Promise<Outcome> => {
    const left = await leftWithoutOwner(tx, user);
    if (left.length > 0) {
      const message = `You are the only owner of ${wordList(left)}. Make someone else an owner first, or have the organisation deleted.`;
      return refused("form", message);
    }
    await tx.user.updateMany({ where: { id: user.id }, data: { deletionDueAt: deletionDue() } });
    return { ok: true };
  });
}

export async function withdrawAccountDeletion(user: AuthenticatedUser): Promise<Outcome> {
  await inScope({ user: user.id }, (tx) =>
    tx.user.updateMany({ where: { id: user.id }, data: { deletionDueAt: null } }),
  );
  return { ok: true };
}

/** Names of organisations with other people in them that nobody else owns. */
async function leftWithoutOwner(tx: ScopedTransaction, user: AuthenticatedUser): Promise<string[]> {
  const memberships = await tx.membership.findMany({
    where: { userId: user.id, role: "owner" },
    select: {
      organisation: {
        select: { name: true, deletionDueAt: true, memberships: { select: { userId: true, role: true } } },
      },
    },
  });
  return memberships.flatMap(({ organisation: { name, deletionDueAt, memberships: all } }) => {
    const others = all.filter(({ userId }) => userId !== user.id);
    const isLeft = deletionDueAt === null && others.length > 0 && !others.some(({ role }) => role === "owner");
    return isLeft ? [name] : [];
  });
}
