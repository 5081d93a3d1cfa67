import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { userOfSession } from "@/lib/server/access/person";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import { ownCookie } from "@/lib/server/runtime/cookies";
import { forgetAround, jar, later } from "@/test/around-a-test";
import { asOwner } from "@/test/database/as-owner";
import { confirmed, newPersonSignedIn as newPerson, someOrigin } from "@/test/people";
import { byPassword, eventsOf, mailed, nextCode, proven, withTwoFactor } from "@/test/ways-in";
import { signInByLink } from "../mailed-links";
import { resetPassword } from "../password-resets";
import { beginSession, listSessions } from "../sessions";
import { beginFactor, confirmFactor, makeNewCodes, turnFactorOff } from "./own-factor";
import { passSecondStep } from "./sign-in-step";

vi.mock("next/headers", async () => (await import("@/test/around-a-test")).nextHeaders);
vi.mock("next/server", async () => (await import("@/test/around-a-test")).nextServer);

beforeEach(forgetAround);

describe("two-factor", () => {
  it("asks for a code after the password and after a mailed link, and until then there is no session", async () => {
    const { user } = await newPerson("Ada");
    const { totp } = await withTwoFactor(user);
    const sessions = () => asOwner("select from public.sessions where user_id = $1 and ended_at is null", [user.id]);
    const before = (await sessions()).length;
    expect((await byPassword(user.email)).kind).toBe("secondStep");
    expect(await sessions()).toHaveLength(before);
    // The code that turned it on was used by that.
    expect((await passSecondStep(totp.generate(), someOrigin())).kind).toBe("wrong");
    const code = nextCode(totp);
    const outcome = await passSecondStep(code, someOrigin());
    if (outcome.kind !== "signedIn") throw new Error(outcome.kind);
    expect(await userOfSession(outcome.sessionToken)).toMatchObject({ id: user.id });

    // The same code again, at another sign-in: someone looked over the shoulder.
    expect((await byPassword(user.email)).kind).toBe("secondStep");
    expect((await passSecondStep(code, someOrigin())).kind).toBe("wrong");

    // Once the address is proven, a mailbox alone opens nothing; the first proof would have ended two-factor.
    await proven(user);
    expect((await signInByLink(await mailed("sign_in", user.id), someOrigin())).kind).toBe("secondStep");
    expect(await asOwner("select from public.second_factors where user_id = $1", [user.id])).toHaveLength(1);
    const reset = await mailed("reset", user.id);
    expect((await resetPassword(reset, "nine red trams at dawn", someOrigin())).ok).toBe(true);
    expect(await listSessions(user)).toEqual([]);
    expect((await byPassword(user.email, "nine red trams at dawn")).kind).toBe("secondStep");
  });

  it.each(["link", "reset"] as const)(
    "of the person who made the account with another person's address ends with its first proof by a mailed %s",
    async (way) => {
      const { user: planted, token } = await newPerson("Mallory");
      const { totp, codes } = await withTwoFactor(planted);
      await byPassword(planted.email);
      const halfDone = new Map(jar);
      if (way === "link") {
        const outcome = await signInByLink(await mailed("sign_in", planted.id), someOrigin());
        // In at once: nobody is asked for Mallory's code.
        expect(outcome.kind).toBe("signedIn");
      } else {
        const reset = await mailed("reset", planted.id);
        expect((await resetPassword(reset, "nine red trams at dawn", someOrigin())).ok).toBe(true);
        expect((await byPassword(planted.email, "nine red trams at dawn")).kind).toBe("signedIn");
      }
      expect(await asOwner("select from public.second_factors where user_id = $1", [planted.id])).toEqual([]);
      expect(await asOwner("select from public.recovery_codes where user_id = $1", [planted.id])).toEqual([]);
      expect(await userOfSession(token)).toBeNull();
      expect((await byPassword(planted.email)).kind).toBe("wrong");
      for (const code of [nextCode(totp), codes[0]]) {
        for (const [name, value] of halfDone) jar.set(name, value);
        expect((await passSecondStep(code, someOrigin())).kind).toBe("over");
      }
      // Hers from here on: she can set up her own, which a later link does not end.
      const own = await beginSession(planted.id, someOrigin());
      const owner = await userOfSession(own);
      if (owner === null) throw new Error("no session");
      await withTwoFactor(owner);
      expect((await signInByLink(await mailed("sign_in", planted.id), someOrigin())).kind).toBe("secondStep");
    },
  );

  it("is not ended by an operator's link, which proves nothing", async () => {
    const { user } = await newPerson("Cyd");
    await withTwoFactor(user);
    const token = newToken();
    await asOwner(
      "insert into public.password_resets (user_id, token_hash, expires_at) values ($1, $2, now() + interval '1 day')",
      [user.id, Buffer.from(hashToken(token))],
    );
    expect((await resetPassword(token, "nine red trams at dawn", someOrigin())).ok).toBe(true);
    expect((await byPassword(user.email, "nine red trams at dawn")).kind).toBe("secondStep");
  });

  it("takes five tries for a sign-in, and no cookie of one's own making", async () => {
    const { user } = await newPerson("Bob");
    const { totp } = await withTwoFactor(user);
    await byPassword(user.email);
    for (let n = 0; n < 5; n++) expect((await passSecondStep("000000", someOrigin())).kind).toBe("wrong");
    expect((await passSecondStep(nextCode(totp), someOrigin())).kind).toBe("over");
    jar.set(ownCookie("second-step"), newToken());
    expect((await passSecondStep(nextCode(totp), someOrigin())).kind).toBe("over");
    jar.clear();
    expect((await passSecondStep(nextCode(totp), someOrigin())).kind).toBe("over");
    for (const work of later) await work();
    expect((await eventsOf(user.id)).filter(([action]) => action === "session.failed")).toEqual(
      Array(5).fill(["session.failed", null, { way: "second step" }]),
    );
  });

  it("takes twenty tries an hour for an account, however many sign-ins are begun", async () => {
    const { user } = await newPerson("Cyd");
    const { totp } = await withTwoFactor(user);
    const kinds: string[] = [];
    for (let round = 0; round < 5; round++) {
      await byPassword(user.email);
      for (let n = 0; n < 4; n++) kinds.push((await passSecondStep("000000", someOrigin())).kind);
    }
    expect(kinds).toEqual(Array(20).fill("wrong"));
    await byPassword(user.email);
    expect((await passSecondStep(nextCode(totp), someOrigin())).kind).toBe("wait");
  });

  it("of ten who send one code at once lets one in", async () => {
    const { user } = await newPerson("Dee");
    const { totp, codes } = await withTwoFactor(user);
    for (const code of [nextCode(totp), codes[0]]) {
      await byPassword(user.email);
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => passSecondStep(code, someOrigin())));
      expect(outcomes.filter(({ kind }) => kind === "signedIn")).toHaveLength(1);
    }
  });

  it("has ten recovery codes, each good once, until new ones are made; stored are hashes", async () => {
    const { user } = await newPerson("Eve");
    const { codes } = await withTwoFactor(user);
    expect(codes).toHaveLength(10);
    const stored = await asOwner("select code_hash from public.recovery_codes where user_id = $1", [user.id]);
    const first = createHash("sha256")
      .update((codes[0] ?? "").replaceAll("-", ""))
      .digest();
    expect(stored.filter(({ code_hash }) => first.equals(code_hash as Buffer))).toHaveLength(1);
    await byPassword(user.email);
    expect((await passSecondStep(codes[0], someOrigin())).kind).toBe("signedIn");
    await byPassword(user.email);
    expect((await passSecondStep(codes[0], someOrigin())).kind).toBe("wrong");
    const renewed = await makeNewCodes(confirmed(user), someOrigin());
    if (!renewed.ok) throw new Error("not renewed");
    expect((await passSecondStep(codes[1], someOrigin())).kind).toBe("wrong");
    expect((await passSecondStep(renewed.codes[1], someOrigin())).kind).toBe("signedIn");
  });

  it("does not take another person's code", async () => {
    const [ada, bob] = [(await newPerson("Ada")).user, (await newPerson("Bob")).user];
    await withTwoFactor(ada);
    const { totp, codes } = await withTwoFactor(bob);
    await byPassword(ada.email);
    expect((await passSecondStep(nextCode(totp), someOrigin())).kind).toBe("wrong");
    expect((await passSecondStep(codes[0], someOrigin())).kind).toBe("wrong");
  });

  it("is turned on by a right code only, and leaves no code when it is turned off", async () => {
    const { user } = await newPerson("Fay");
    await beginFactor(confirmed(user));
    expect((await confirmFactor(user, "000000", someOrigin())).ok).toBe(false);
    expect((await byPassword(user.email)).kind).toBe("signedIn");
    const { codes } = await withTwoFactor(user);
    expect((await beginFactor(confirmed(user))).ok).toBe(false);
    expect((await byPassword(user.email)).kind).toBe("secondStep");
    expect((await turnFactorOff(confirmed(user), someOrigin())).ok).toBe(true);
    expect((await byPassword(user.email)).kind).toBe("signedIn");
    expect(codes).toHaveLength(10);
    expect(await asOwner("select from public.recovery_codes where user_id = $1", [user.id])).toEqual([]);
    expect((await eventsOf(user.id)).map(([action]) => action)).toEqual(
      expect.arrayContaining(["two-factor.on", "two-factor.off"]),
    );
  });
});
