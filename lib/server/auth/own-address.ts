import "server-only";
import { after } from "next/server";
import { type Outcome, refused } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import type { Confirmation, SessionUser } from "@/lib/server/access/person";
import { recordOwnEvent } from "@/lib/server/audit/record-event";
import { changeOwnAddress, unsafeFindMailLink } from "@/lib/server/auth/sql";
import { hashToken, isToken, newToken } from "@/lib/server/crypto/tokens";
import { isMailSetUp, sendMail } from "@/lib/server/mail/send-mail";
import { env } from "@/lib/server/runtime/env";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";

/**
 * Mails a link to the address that someone wants to be known by. Nothing changes until it is followed; whether the address is taken is
 * not said before, so that no address can be asked after here.
 */
export async function askForNewAddress({ user }: Confirmation, { email }: { email: string }): Promise<Outcome> {
  if (!isMailSetUp()) return refused("email", "This site sends no mail, so a new address cannot be proven.");
  if (email === user.email) return refused("email", "This is your address already.");
  if (!(await isWithinLimit("new-address", user.id, { points: 5, seconds: 3600 }))) {
    return refused("form", "Too many links were asked for. Wait an hour, then try again.");
  }
  const token = newToken();
  await inScope({ user: user.id }, async (tx) => {
    await tx.mailLink.updateMany({
      where: { userId: user.id, purpose: "change_address", usedAt: null },
      data: { usedAt: new Date() },
    });
    const expiresAt = new Date(Date.now() + 3600_000);
    await tx.mailLink.createMany({
      data: { userId: user.id, purpose: "change_address", email, tokenHash: hashToken(token), expiresAt },
    });
  });
  const text = [
    `Someone, probably you, wants to sign in at ${env().APP_URL} with this address from now on.`,
    "Open this link in the browser in which you are signed in, and press the button there. It works once, within an hour:",
    `${env().APP_URL}${routes.newAddress(token)}`,
    "If it was not you, do nothing: nothing changes then.",
    "",
  ].join("\n\n");
  after(() => sendMail({ to: email, subject: "Your new address for Peerbalance", text }));
  return { ok: true };
}

/** The address that a link would set, or null where it is not this person's, or is unknown, used or expired. */
export async function findNewAddress(user: SessionUser, token: string): Promise<string | null> {
  const link = isToken(token) ? await unsafeFindMailLink(hashToken(token), "change_address") : null;
  return link?.userId === user.id ? link.email : null;
}

/** Uses a link up: the person is known by the new address, which it proves, and their other sessions end. The old address is told. */
export async function changeAddress(user: SessionUser, token: string, origin: RequestOrigin): Promise<Outcome> {
  const outcome = await inScope({ user: user.id }, async (tx) => {
    const changed = await changeOwnAddress(tx, hashToken(token), user.sessionId);
    if (changed === "changed") await recordOwnEvent(tx, user.id, origin, "address.changed");
    return changed;
  });
  if (outcome === "taken") return refused("form", "Another account has this address by now. Choose another address.");
  if (outcome === null) return refused("form", "This link has been used or has expired. Ask for a new one.");
  const text = [
    `Your account at ${env().APP_URL} has a new address. This one no longer signs in there.`,
    "If it was not you, tell the people who run the site at once.",
    "",
  ].join("\n\n");
  after(() => sendMail({ to: user.email, subject: "Your address for Peerbalance has changed", text }));
  return { ok: true };
}
