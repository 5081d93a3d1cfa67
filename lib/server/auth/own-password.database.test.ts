import pg from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { userOfPassword, userOfSession, userOfSignInLink } from "@/lib/server/access/person";
import { holdsOwnPassword } from "@/lib/server/auth/sql";
import { hashToken } from "@/lib/server/crypto/tokens";
import { inScope } from "@/lib/server/runtime/scope";
import { forgetAround } from "@/test/around-a-test";
import { asOwner } from "@/test/database/as-owner";
import { databaseUrls } from "@/test/database/database-urls";
import { newPersonSignedIn as newPerson, someOrigin, testPassword } from "@/test/people";
import { byPassword, eventsOf, mailed, untilSomeoneWaits, withTwoFactor } from "@/test/ways-in";
import { findSignInLink, signInByLink } from "./mailed-links";
import { setOwnPassword } from "./own-password";
import { resetPassword } from "./password-resets";
import { afterFirstStep } from "./second-factor/sign-in-step";
import { addSession, beginSession, beginSessionByPassword, endSessions, listSessions } from "./sessions";

vi.mock("next/headers", async () => (await import("@/test/around-a-test")).nextHeaders);
vi.mock("next/server", async () => (await import("@/test/around-a-test")).nextServer);

beforeEach(forgetAround);

describe("one's own password and sessions", () => {
  it("a new password takes the present one, keeps this session and ends the others", async () => {
    const { user, token } = await newPerson("Ada");
    const other = await beginSession(user.id, someOrigin());
    const change = (present: string, password = "nine red trams at dawn") =>
      setOwnPassword(user, { present, password, endsTokens: false }, someOrigin());
    expect(await change("wrong wrong wrong")).toMatchObject({ faults: [{ key: "present" }] });
    expect(await change(testPassword, "short")).toMatchObject({ faults: [{ key: "password" }] });
    expect(await userOfSession(other)).not.toBeNull();
    expect(await change(testPassword)).toEqual({ ok: true });
    expect(await userOfSession(token)).not.toBeNull();
    expect(await userOfSession(other)).toBeNull();
    expect(await userOfPassword(user.email, "nine red trams at dawn")).toMatchObject({ id: user.id });
    expect(await eventsOf(user.id)).toContainEqual(["password.changed", "self", { by: "the person" }]);
  });

  it("are listed, this one first, and ended one by one or all the others, and never another person's", async () => {
    const [{ user, token }, mallory] = [await newPerson("Ada"), await newPerson("Mallory")];
    const second = await beginSession(user.id, someOrigin());
    const third = await beginSession(user.id, { ...someOrigin(), agent: "elsewhere" });
    const list = await listSessions(user);
    expect(list.map(({ isThisOne }) => isThisOne)).toEqual([true, false, false]);
    const elsewhere = list.find(({ agent }) => agent === "elsewhere")?.id ?? "";
    expect(await endSessions(mallory.user, [elsewhere], someOrigin())).toBe(0);
    expect(await userOfSession(third)).not.toBeNull();
    expect(await endSessions(user, [elsewhere], someOrigin())).toBe(1);
    expect(await userOfSession(third)).toBeNull();
    expect(await endSessions(user, "others", someOrigin())).toBe(1);
    expect(await userOfSession(second)).toBeNull();
    expect(await userOfSession(token)).not.toBeNull();
  });

  it("what is over is swept a day later, and nothing else", async () => {
    const { user, token } = await newPerson("Bob");
    const ended = await beginSession(user.id, someOrigin());
    const endedToday = await beginSession(user.id, someOrigin());
    const setEnd = (of: string, ago: string) =>
      asOwner(
        `update public.sessions set created_at = now() - interval '3 days', ended_at = now() - interval '${ago}' where token_hash = $1`,
        [Buffer.from(hashToken(of))],
      );
    await setEnd(ended, "25 hours");
    await setEnd(endedToday, "1 hour");
    const open = await mailed("sign_in", user.id);
    await mailed("sign_in", user.id, "-1 minute");
    await asOwner("select public.remove_old_sign_ins()", []);
    expect(await asOwner("select from public.sessions where user_id = $1", [user.id])).toHaveLength(2);
    expect(await asOwner("select from public.mail_links where user_id = $1", [user.id])).toHaveLength(2);
    expect(await userOfSession(token)).not.toBeNull();
    expect(await findSignInLink(open)).not.toBeNull();
  });
});

describe("a password that ends while it is being used", () => {
  /** The first proof of an address, held open until the work is done that is to come between. */
  async function whileProven(userId: string, work: () => Promise<void>): Promise<void> {
    const client = new pg.Client({ connectionString: databaseUrls().ownerUrl });
    await client.connect();
    try {
      await client.query("begin");
      await client.query("select public.prove_address($1)", [userId]);
      await work();
      await client.query("commit");
    } finally {
      await client.end();
    }
  }

  it.each(["without", "with"])("begins no session and no second step, %s two-factor", async (two) => {
    const { user } = await newPerson("Ada");
    if (two === "with") await withTwoFactor(user);
    let attempt: ReturnType<typeof byPassword> | undefined;
    await whileProven(user.id, async () => {
      // The proof is not committed: the password is found, and is right.
      attempt = byPassword(user.email);
      await untilSomeoneWaits();
    });
    expect(await attempt).toEqual({ kind: "wrong" });
    expect(await listSessions(user)).toEqual([]);
    expect(await asOwner("select from public.sign_in_steps where user_id = $1", [user.id])).toEqual([]);
  });

  it("ends the session that was being written just before", async () => {
    const { user } = await newPerson("Bob");
    const known = await userOfPassword(user.email, testPassword);
    if (known === null) throw new Error("the password is right");
    let proof: Promise<unknown> | undefined;
    const token = await inScope({ user: user.id }, async (tx) => {
      expect(await holdsOwnPassword(tx, known.passwordHash)).toBe(true);
      proof = asOwner("select public.prove_address($1)", [user.id]);
      await untilSomeoneWaits();
      return addSession(tx, user.id, someOrigin(), "password");
    });
    await proof;
    expect(await userOfSession(token)).toBeNull();
    expect(await listSessions(user)).toEqual([]);
  });

  it.each(["without", "with"])("takes a mailed link with it that was being followed, %s two-factor", async (two) => {
    const { user } = await newPerson("Dot");
    // The address is proven already, so that following the link ends no password by itself.
    expect((await signInByLink(await mailed("sign_in", user.id), someOrigin())).kind).toBe("signedIn");
    const set = await mailed("reset", user.id);
    expect((await resetPassword(set, "nine red trams at dawn", someOrigin())).ok).toBe(true);
    if (two === "with") await withTwoFactor(user);
    const followed = await userOfSignInLink(await mailed("sign_in", user.id));
    if (followed === null) throw new Error("the link is good");
    // Between the following of the link and the writing of the session.
    const again = await mailed("reset", user.id);
    expect((await resetPassword(again, "eight blue ferries at dusk", someOrigin())).ok).toBe(true);
    expect(await afterFirstStep(followed, "mail", someOrigin())).toEqual({ kind: "over" });
    expect(await listSessions(user)).toEqual([]);
    expect(await asOwner("select from public.sign_in_steps where user_id = $1", [user.id])).toEqual([]);
  });

  it("takes a second step with it that was passed already", async () => {
    const { user } = await newPerson("Cyd");
    const known = await userOfPassword(user.email, testPassword);
    const change = { present: testPassword, password: "nine red trams at dawn", endsTokens: false };
    await setOwnPassword(user, change, someOrigin());
    const passwordHash = known?.passwordHash ?? null;
    expect(await beginSessionByPassword(user.id, passwordHash, someOrigin(), "password")).toBeNull();
    // Nor does the proof of one person's password serve another.
    const other = (await newPerson("Eve")).user;
    expect(await beginSessionByPassword(other.id, passwordHash, someOrigin(), "password")).toBeNull();
    expect(await beginSessionByPassword(other.id, null, someOrigin(), "password")).toBeNull();
  });
});
