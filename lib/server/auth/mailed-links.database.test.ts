import { beforeEach, describe, expect, it, vi } from "vitest";
import { userOfPassword, userOfSession } from "@/lib/server/access/person";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import { forgetAround, later } from "@/test/around-a-test";
import { asOwner } from "@/test/database/as-owner";
import { newPersonSignedIn as newPerson, someEmail, someOrigin, testPassword } from "@/test/people";
import { isProven, mailed } from "@/test/ways-in";
import { askForLink, findSignInLink, signInByLink } from "./mailed-links";
import { resetPassword } from "./password-resets";

vi.mock("next/headers", async () => (await import("@/test/around-a-test")).nextHeaders);
vi.mock("next/server", async () => (await import("@/test/around-a-test")).nextServer);

beforeEach(forgetAround);

describe("a mailed link", () => {
  it("signs in once, proves the address, and ends the password and sessions from before that proof", async () => {
    const { user, token } = await newPerson("Bob");
    const link = await mailed("sign_in", user.id);
    expect(await findSignInLink(link)).toMatchObject({ email: user.email, isFirst: true });
    const outcome = await signInByLink(link, someOrigin());
    if (outcome.kind !== "signedIn") throw new Error(outcome.kind);
    expect(await userOfSession(outcome.sessionToken)).toMatchObject({ id: user.id });
    expect(await isProven(user.id)).toBe(true);
    expect(await userOfSession(token)).toBeNull();
    expect(await userOfPassword(user.email, testPassword)).toBeNull();
    expect(await findSignInLink(link)).toBeNull();
    expect((await signInByLink(link, someOrigin())).kind).toBe("over");
    // The next one ends nothing.
    const next = await mailed("sign_in", user.id);
    expect(await findSignInLink(next)).toMatchObject({ isFirst: false });
    expect((await signInByLink(next, someOrigin())).kind).toBe("signedIn");
    expect(await userOfSession(outcome.sessionToken)).not.toBeNull();
  });

  it("is over after its time, and where it is no link", async () => {
    const { user } = await newPerson("Cyd");
    expect((await signInByLink(await mailed("sign_in", user.id, "-1 second"), someOrigin())).kind).toBe("over");
    expect((await signInByLink(newToken(), someOrigin())).kind).toBe("over");
    expect((await signInByLink({ $ne: 1 }, someOrigin())).kind).toBe("over");
    expect(await isProven(user.id)).toBe(false);
  });

  it("is used by one of ten who follow it at once", async () => {
    const { user } = await newPerson("Dee");
    const link = await mailed("sign_in", user.id);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => signInByLink(link, someOrigin())));
    expect(outcomes.filter(({ kind }) => kind === "signedIn")).toHaveLength(1);
  });

  it("to a new password proves the address where it was mailed, and not where an operator made it", async () => {
    const { user } = await newPerson("Eve");
    const byOperator = newToken();
    await asOwner(
      "insert into public.password_resets (user_id, token_hash, expires_at) values ($1, $2, now() + interval '1 day')",
      [user.id, Buffer.from(hashToken(byOperator))],
    );
    expect((await resetPassword(byOperator, "a wholly new password", someOrigin())).ok).toBe(true);
    expect(await isProven(user.id)).toBe(false);
    expect((await resetPassword(await mailed("reset", user.id), "a newer password still", someOrigin())).ok).toBe(true);
    expect(await isProven(user.id)).toBe(true);
    expect(await userOfPassword(user.email, "a newer password still")).toMatchObject({ id: user.id });
  });
});

describe("asking for a link", () => {
  it.each(["sign-in", "reset"] as const)(
    "to %s is answered before anyone looks whether there is such an account",
    async (kind) => {
      const { user } = await newPerson("Ada");
      const linksOf = async () =>
        (
          await asOwner(
            "select id from public.mail_links where user_id = $1 union all select id from public.password_resets where user_id = $1",
            [user.id],
          )
        ).length;
      for (const email of [user.email, someEmail("nobody")]) {
        expect(await askForLink(kind, email, someOrigin())).toEqual({ ok: true });
      }
      // The answers are out, and the same work waits behind both.
      expect(later).toHaveLength(2);
      expect(await linksOf()).toBe(0);
      for (const work of later) await work();
      expect(await linksOf()).toBe(1);
    },
  );

  it("is answered twenty times an hour for a client, and five links an hour are sent to an address", async () => {
    const { user } = await newPerson("Bob");
    const origin = someOrigin();
    const outcomes: boolean[] = [];
    for (let n = 0; n < 21; n++) outcomes.push((await askForLink("sign-in", user.email, origin)).ok);
    expect(outcomes).toEqual([...Array(20).fill(true), false]);
    for (const work of later) await work();
    expect(await asOwner("select from public.mail_links where user_id = $1", [user.id])).toHaveLength(5);
  });
});
