import { describe, expect, it } from "vitest";
import { continueSession } from "@/lib/server/access/current-user";
import { userOfPassword, userOfSession } from "@/lib/server/access/person";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import { inScope } from "@/lib/server/runtime/scope";
import { asOwner } from "@/test/database/as-owner";
import { whileRefused } from "@/test/database/while-refused";
import { newPerson, organisationOf, someOrigin, testPassword } from "@/test/people";
import { resetPassword } from "./password-resets";
import { beginSession, endSession } from "./sessions";

describe("a session", () => {
  it("is stored as a hash only, with where it began", async () => {
    const { user, token } = await newPerson("Ada");
    const rows = await inScope({ user: user.id }, (tx) => tx.session.findMany({ where: { userId: user.id } }));
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.tokenHash ?? []).equals(Buffer.from(hashToken(token)))).toBe(true);
    expect(rows[0]?.agent).toBe("vitest");
  });

  it("is nobody's where its token was never given out, or is no token", async () => {
    expect(await userOfSession(newToken())).toBeNull();
    expect(await userOfSession("")).toBeNull();
    expect(await userOfSession("' or 1=1 --")).toBeNull();
  });

  it("is over after signing out, there and only there", async () => {
    const { user, token } = await newPerson("Bob");
    const other = await beginSession(user.id, someOrigin());
    await endSession(token, someOrigin());
    expect(await userOfSession(token)).toBeNull();
    expect(await userOfSession(other)).toMatchObject({ id: user.id });
  });

  it("is over 7 days after it was last seen, and after 30 days whatever happens", async () => {
    const { user, token } = await newPerson("Cyd");
    const setTimes = (created: string, seen: string) =>
      asOwner(
        `update public.sessions set created_at = now() - interval '${created}', seen_at = now() - interval '${seen}' where user_id = $1`,
        [user.id],
      );
    await setTimes("20 days", "6 days 23 hours");
    expect(await userOfSession(token)).toMatchObject({ id: user.id });
    await setTimes("20 days", "7 days 1 minute");
    expect(await userOfSession(token)).toBeNull();
    await setTimes("30 days 1 minute", "1 minute");
    expect(await userOfSession(token)).toBeNull();
  });

  it("is written down as seen when it was not for five minutes", async () => {
    const { user, token } = await newPerson("Dee");
    const seenAt = async () => (await userOfSession(token))?.seenAt.getTime();
    const begun = await seenAt();
    await continueSession(token);
    expect(await seenAt()).toBe(begun);
    await asOwner(
      "update public.sessions set created_at = now() - interval '1 hour', seen_at = now() - interval '6 minutes' where user_id = $1",
      [user.id],
    );
    const before = (await seenAt()) ?? Number.NaN;
    await continueSession(token);
    expect(((await seenAt()) ?? 0) - before).toBeGreaterThan(5 * 60 * 1_000);
  });
});

describe("a new password by a reset link", () => {
  async function link(userId: string, expires = "24 hours") {
    const token = newToken();
    await asOwner(
      `insert into public.password_resets (user_id, token_hash, created_at, expires_at)
       values ($1, $2, now() - interval '2 days', now() + interval '${expires}')`,
      [userId, Buffer.from(hashToken(token))],
    );
    return token;
  }

  it("works once, and ends every session everywhere", async () => {
    const { user, token } = await newPerson("Eve");
    const other = await beginSession(user.id, someOrigin());
    const reset = await link(user.id);
    expect(await resetPassword(reset, "a wholly new password", someOrigin())).toEqual({ ok: true });
    expect(await userOfSession(token)).toBeNull();
    expect(await userOfSession(other)).toBeNull();
    expect(await userOfPassword(user.email, testPassword)).toBeNull();
    expect(await userOfPassword(user.email, "a wholly new password")).toMatchObject({ id: user.id });
    expect((await resetPassword(reset, "another new password", someOrigin())).ok).toBe(false);
    expect(await userOfPassword(user.email, "a wholly new password")).toMatchObject({ id: user.id });
  });

  it("is set with its line in the log, or not at all: the link then still works", async () => {
    const { user, token } = await newPerson("Gil");
    const reset = await link(user.id);
    await whileRefused("audit_events", await organisationOf(user), "new.action = 'password.changed'", async () => {
      await expect(resetPassword(reset, "a wholly new password", someOrigin())).rejects.toThrow("refused for a test");
    });
    expect(await userOfPassword(user.email, testPassword)).toMatchObject({ id: user.id });
    expect(await userOfSession(token)).toMatchObject({ id: user.id });
    expect((await resetPassword(reset, "a wholly new password", someOrigin())).ok).toBe(true);
  });

  it("is refused where the link has expired, or the password is a common one; the link then still works", async () => {
    const { user } = await newPerson("Fay");
    expect((await resetPassword(await link(user.id, "-1 minute"), "a wholly new password", someOrigin())).ok).toBe(
      false,
    );
    const reset = await link(user.id);
    expect(await resetPassword(reset, "leavemealone", someOrigin())).toMatchObject({ faults: [{ key: "password" }] });
    expect((await resetPassword(reset, "a wholly new password", someOrigin())).ok).toBe(true);
  });
});
