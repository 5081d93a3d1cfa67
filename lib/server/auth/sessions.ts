import "server-only";
import { type SessionUser, userOfSession } from "@/lib/server/access";
import { hashToken, newToken } from "@/lib/server/auth/tokens";
import type { AuthenticatedUserId } from "@/lib/server/ids";
import type { RequestOrigin } from "@/lib/server/request";
import { inScope } from "@/lib/server/scope";
import { isSightingDue } from "./session-rules";

/** Begins a session of a person who has just proven who they are; the token goes to the browser, its hash is stored. */
export async function beginSession(user: AuthenticatedUserId, { address, agent }: RequestOrigin): Promise<string> {
  const token = newToken();
  await inScope({ user }, (tx) =>
    tx.session.create({
      data: { userId: user, tokenHash: hashToken(token), address: address.slice(0, 100), agent },
      select: { id: true },
    }),
  );
  return token;
}

/** Whose session this is, or null; notes now and then that it was seen. */
export async function continueSession(token: string): Promise<SessionUser | null> {
  const user = await userOfSession(token);
  const now = new Date();
  if (user && isSightingDue(user.seenAt, now)) {
    await inScope({ user: user.id }, (tx) =>
      tx.session.updateMany({
        where: { id: user.sessionId, userId: user.id, endedAt: null },
        data: { seenAt: now },
      }),
    );
  }
  return user;
}

/** Ends one session; one that is over already stays as it is. */
export async function endSession(token: string): Promise<void> {
  const user = await userOfSession(token);
  if (!user) return;
  await inScope({ user: user.id }, (tx) =>
    tx.session.updateMany({
      where: { id: user.sessionId, userId: user.id, endedAt: null },
      data: { endedAt: new Date() },
    }),
  );
}
