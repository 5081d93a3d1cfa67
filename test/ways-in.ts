import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { SessionUser } from "@/lib/server/access/person";
import { beginFactor, confirmFactor } from "@/lib/server/auth/second-factor/own-factor";
import { signIn } from "@/lib/server/auth/sign-in";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import { asOwner } from "@/test/database/as-owner";
import { confirmed, someOrigin, testPassword } from "@/test/people";

// What tests of ways in do to people and accounts.

// Nobody answers there: that mail arrives is tried in the browser. What is looked at here is what happens before it is sent.
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.MAIL_FROM = "Peerbalance <peerbalance@example.org>";

export const issuer = "https://login.example.org";
export const claims = <Given extends object>(given: Given) => ({
  iss: issuer,
  sub: randomUUID(),
  email_verified: true,
  name: "Ada",
  ...given,
});
export const byPassword = (email: string, password = testPassword) => signIn({ email, password }, someOrigin());

/** A link as the mail has it; mailing itself is tried in the browser. */
export async function mailed(purpose: "sign_in" | "reset", userId: string, expires = "1 hour"): Promise<string> {
  const token = newToken();
  const hash = Buffer.from(hashToken(token));
  await asOwner(
    purpose === "reset"
      ? `insert into public.password_resets (user_id, token_hash, created_at, expires_at, is_mailed)
         values ($1, $2, now() - interval '1 hour', now() + interval '${expires}', true)`
      : `insert into public.mail_links (user_id, token_hash, purpose, email, created_at, expires_at)
         select id, $2, 'sign_in', email, now() - interval '1 hour', now() + interval '${expires}'
         from public.users where id = $1`,
    [userId, hash],
  );
  return token;
}

export const eventsOf = async (userId: string) =>
  (
    await asOwner("select action, actor_id, detail from public.audit_events where subject_id = $1 order by at", [
      userId,
    ])
  ).map(({ action, actor_id, detail }) => [action, actor_id === userId ? "self" : actor_id, detail]);

export async function isProven(userId: string): Promise<boolean> {
  const rows = await asOwner("select email_verified_at from public.users where id = $1", [userId]);
  return rows[0]?.email_verified_at !== null;
}

/** As if a link to the address had been followed before. */
export const proven = (user: { id: string }) =>
  asOwner("update public.users set email_verified_at = now() where id = $1", [user.id]);

/** Waits until someone waits for a lock: of the application's connections in this database. */
export async function untilSomeoneWaits(): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const waiting = await asOwner(
      `select from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a using (pid)
       where not l.granted and a.datname = pg_catalog.current_database()`,
      [],
    );
    if (waiting.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("nobody waits for a lock");
}

/** Turns two-factor on, as the page does, and gives what the app would hold. */
export async function withTwoFactor(user: SessionUser): Promise<{ totp: TOTP; codes: string[] }> {
  const begun = await beginFactor(confirmed(user));
  if (!begun.ok) throw new Error("not begun");
  const totp = new TOTP({ secret: Secret.fromBase32(begun.key.replaceAll(" ", "")) });
  const outcome = await confirmFactor(user, totp.generate(), someOrigin());
  if (!outcome.ok) throw new Error(outcome.faults[0]?.message);
  return { totp, codes: outcome.codes };
}

/** A code of the step after the present one, which is taken too, and which was not used yet. */
export const nextCode = (totp: TOTP) => totp.generate({ timestamp: Date.now() + 30_000 });
