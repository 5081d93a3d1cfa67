import { createHash, randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { authorizeModel } from "@/lib/server/access/model";
import {
  holderOfApiToken,
  type SessionUser,
  userOfPassword,
  userOfSession,
  userOfSignInLink,
} from "@/lib/server/access/person";
import { changeOwnAddress, holdsOwnPassword } from "@/lib/server/auth/sql";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import { ownCookie } from "@/lib/server/runtime/cookies";
import * as environment from "@/lib/server/runtime/env";
import { inScope } from "@/lib/server/runtime/scope";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { forgetAround, jar, later } from "@/test/around-a-test";
import { asOwner } from "@/test/database/as-owner";
import { databaseUrls } from "@/test/database/database-urls";
import {
  confirmed,
  newPersonSignedIn as newPerson,
  organisationOf,
  someEmail,
  someModel,
  someOrigin,
  testPassword,
} from "@/test/people";
import { askForLink, findSignInLink, signInByLink } from "./mailed-links";
import { invitationOnTheWay, signInByOpenId } from "./openid-connect";
import { setOwnPassword } from "./own-password";
import { resetPassword } from "./password-resets";
import { beginFactor, confirmFactor, makeNewCodes, turnFactorOff } from "./second-factor/own-factor";
import { afterFirstStep, passSecondStep } from "./second-factor/sign-in-step";
import { addSession, beginSession, beginSessionByPassword, endSessions, listSessions } from "./sessions";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";

vi.mock("next/headers", async () => (await import("@/test/around-a-test")).nextHeaders);
vi.mock("next/server", async () => (await import("@/test/around-a-test")).nextServer);

// Nobody answers there: that mail arrives is tried in the browser. What is looked at here is what happens before it is sent.
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.MAIL_FROM = "Peerbalance <peerbalance@example.org>";

beforeEach(forgetAround);

const issuer = "https://login.example.org";
const claims = <Given extends object>(given: Given) => ({
  iss: issuer,
  sub: randomUUID(),
  email_verified: true,
  name: "Ada",
  ...given,
});
const byPassword = (email: string, password = testPassword) => signIn({ email, password }, someOrigin());

/** A link as the mail has it; mailing itself is tried in the browser. */
async function mailed(purpose: "sign_in" | "reset", userId: string, expires = "1 hour"): Promise<string> {
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

const eventsOf = async (userId: string) =>
  (
    await asOwner("select action, actor_id, detail from public.audit_events where subject_id = $1 order by at", [
      userId,
    ])
  ).map(({ action, actor_id, detail }) => [action, actor_id === userId ? "self" : actor_id, detail]);

async function isProven(userId: string): Promise<boolean> {
  const rows = await asOwner("select email_verified_at from public.users where id = $1", [userId]);
  return rows[0]?.email_verified_at !== null;
}

/** As if a link to the address had been followed before. */
const proven = (user: { id: string }) =>
  asOwner("update public.users set email_verified_at = now() where id = $1", [user.id]);

/** Waits until someone waits for a lock: of the application's connections in this database. */
async function untilSomeoneWaits(): Promise<void> {
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
async function withTwoFactor(user: SessionUser): Promise<{ totp: TOTP; codes: string[] }> {
  const begun = await beginFactor(confirmed(user));
  if (!begun.ok) throw new Error("not begun");
  const totp = new TOTP({ secret: Secret.fromBase32(begun.key.replaceAll(" ", "")) });
  const outcome = await confirmFactor(user, totp.generate(), someOrigin());
  if (!outcome.ok) throw new Error(outcome.faults[0]?.message);
  return { totp, codes: outcome.codes };
}

/** A code of the step after the present one, which is taken too, and which was not used yet. */
const nextCode = (totp: TOTP) => totp.generate({ timestamp: Date.now() + 30_000 });

describe("OpenID Connect", () => {
  it("makes an account with an organisation of its own and no password, and knows it again by the subject alone", async () => {
    const given = claims({ email: someEmail("new").toUpperCase() });
    const first = await signInByOpenId(given, null, someOrigin());
    if (first.kind !== "signedIn") throw new Error(first.error);
    const user = await userOfSession(first.sessionToken);
    expect(user).toMatchObject({ name: "Ada", email: given.email.toLowerCase() });
    if (!user) return;
    expect(await organisationOf(user)).toMatchObject({ role: "owner" });
    expect(await isProven(user.id)).toBe(true);
    expect(await userOfPassword(user.email, "")).toBeNull();
    // The address may change at the provider, or be unproven there by now: the subject is who they are.
    const again = await signInByOpenId({ iss: issuer, sub: given.sub, email: "else@example.org" }, null, someOrigin());
    if (again.kind !== "signedIn") throw new Error(again.error);
    expect((await userOfSession(again.sessionToken))?.id).toBe(user.id);
    expect(await eventsOf(user.id)).toEqual(Array(2).fill(["session.began", "self", { way: "OpenID Connect" }]));
  });

  it("takes a name without what cannot be saved or seen, and no subject that cannot be saved", async () => {
    const given = claims({ email: someEmail("odd"), name: " A\0d\ud800a\u202e\nLove\u200blace" });
    const outcome = await signInByOpenId(given, null, someOrigin());
    if (outcome.kind !== "signedIn") throw new Error(outcome.error);
    expect((await userOfSession(outcome.sessionToken))?.name).toBe("Ada Lovelace");
    expect(await signInByOpenId(claims({ sub: "a\0", email: someEmail("odd") }), null, someOrigin())).toEqual({
      kind: "refused",
      error: "OpenIdUnverified",
    });
  });

  it.each([
    ["says nothing of the address", { email_verified: undefined }],
    ["says that it is not proven", { email_verified: false }],
    ["says so with a word", { email_verified: "true" }],
    ["says so with a number", { email_verified: 1 }],
    ["gives no address", { email: undefined }],
    ["gives nonsense for one", { email: "ada@" }],
  ])("joins and makes nothing where the provider %s", async (_, told) => {
    const { user, token } = await newPerson("Ada");
    for (const email of [user.email, someEmail()]) {
      const outcome = await signInByOpenId(claims({ email, ...told }), null, someOrigin());
      expect(outcome).toEqual({ kind: "refused", error: "OpenIdUnverified" });
      const rows = await asOwner("select count(*)::int as n from public.users where email = $1", [email]);
      expect(rows[0]?.n).toBe(email === user.email ? 1 : 0);
    }
    expect(await userOfSession(token)).toMatchObject({ id: user.id });
    expect(await userOfPassword(user.email, testPassword)).toMatchObject({ id: user.id });
    expect(await asOwner("select from public.identities where user_id = $1", [user.id])).toEqual([]);
  });

  it("ends what another person prepared under the address: password, session, links, API token, authenticator", async () => {
    // Mallory signs up with Ada's address, before Ada does.
    const { user: planted, token } = await newPerson("Mallory");
    await withTwoFactor(planted);
    const reset = await mailed("reset", planted.id);
    const apiToken = newToken();
    await asOwner(
      `insert into public.api_tokens (organisation_id, user_id, name, token_hash, scopes, expires_at)
       select organisation_id, user_id, 'x', $2, '{models:read}', now() + interval '1 day' from public.memberships where user_id = $1`,
      [planted.id, Buffer.from(hashToken(apiToken))],
    );
    const elsewhere = newToken();
    await inScope({ user: planted.id }, (tx) =>
      tx.mailLink.createMany({
        data: {
          userId: planted.id,
          purpose: "change_address",
          email: someEmail("mallory"),
          tokenHash: hashToken(elsewhere),
          expiresAt: new Date(Date.now() + 60_000),
        },
      }),
    );
    expect((await byPassword(planted.email)).kind).toBe("secondStep");
    const halfDone = new Map(jar);
    expect(await holderOfApiToken(apiToken)).not.toBeNull();

    const outcome = await signInByOpenId(claims({ email: planted.email }), null, someOrigin());
    if (outcome.kind !== "signedIn") throw new Error(outcome.error);
    expect(await userOfSession(outcome.sessionToken)).toMatchObject({ id: planted.id });
    expect(await userOfSession(token)).toBeNull();
    expect(await userOfPassword(planted.email, testPassword)).toBeNull();
    expect((await resetPassword(reset, "a wholly new password", someOrigin())).ok).toBe(false);
    expect(await holderOfApiToken(apiToken)).toBeNull();
    expect(
      await inScope({ user: planted.id }, (tx) => changeOwnAddress(tx, hashToken(elsewhere), planted.sessionId)),
    ).toBeNull();
    for (const [name, value] of halfDone) jar.set(name, value);
    expect((await passSecondStep("000000", someOrigin())).kind).toBe("over");
    expect(await asOwner("select from public.second_factors where user_id = $1", [planted.id])).toEqual([]);
  });

  it("ends nothing at a later proof, and does not join a second subject of the issuer", async () => {
    const { user } = await newPerson("Ada");
    expect((await signInByLink(await mailed("sign_in", user.id), someOrigin())).kind).toBe("signedIn");
    const token = await beginSession(user.id, someOrigin());
    expect((await signInByOpenId(claims({ email: user.email }), null, someOrigin())).kind).toBe("signedIn");
    expect(await userOfSession(token)).not.toBeNull();
    expect(await signInByOpenId(claims({ email: user.email }), null, someOrigin())).toEqual({
      kind: "refused",
      error: "OpenIdOther",
    });
  });

  it("of ten first sign-ins at once makes one account", async () => {
    const given = claims({ email: someEmail("ten") });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => signInByOpenId(given, null, someOrigin())));
    const people = await Promise.all(
      outcomes.map(async (one) => (one.kind === "signedIn" ? (await userOfSession(one.sessionToken))?.id : one.error)),
    );
    expect(new Set(people).size).toBe(1);
    expect(people[0]).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("where signing up takes an invitation", () => {
  /** A link to a model, made by its owner, as someone follows it and then presses the provider's button. */
  async function invited(): Promise<{ token: string; modelId: string }> {
    const modelId = await someModel(owner);
    const access = await authorizeModel(owner, modelId, "share");
    if (access === null || access === "refused") throw new Error("the owner shares their own model");
    const outcome = await createInvitation(access, { email: "guest@example.org", role: "viewer" }, someOrigin());
    if (!outcome.ok) throw new Error("no link");
    return { token: outcome.link.slice(-43), modelId };
  }
  const comingFrom = (path: string) => jar.set(ownCookie("callback"), `${environment.env().APP_URL}${path}`);
  const arrives = async (given: object) => signInByOpenId(claims(given), await invitationOnTheWay(), someOrigin());

  let owner: SessionUser;
  beforeEach(async () => {
    // Here before the rule was.
    owner = (await newPerson("Owner")).user;
    const settings = { ...environment.env(), SIGN_UP: "invited" as const };
    vi.spyOn(environment, "env").mockReturnValue(settings);
  });
  afterEach(() => vi.restoreAllMocks());

  it("makes no account by a provider without one, nor with one that is unknown, used or someone's guess", async () => {
    const used = await invited();
    const { user } = await someoneInvited(used.token);
    await acceptInvitation(user, used.token, someOrigin());
    for (const path of ["/models", `/invitations/${newToken()}`, `/invitations/${used.token}`, "/invitations/x", ""]) {
      comingFrom(path);
      const email = someEmail("new");
      expect(await arrives({ email }), path).toEqual({ kind: "refused", error: "OpenIdClosed" });
      expect(await asOwner("select from public.users where email = $1", [email])).toEqual([]);
    }
  });

  it("makes an account by a provider on the way to an open one, which is accepted afterwards", async () => {
    const { token, modelId } = await invited();
    comingFrom(`/invitations/${token}`);
    const given = claims({ email: someEmail("new") });
    const outcome = await signInByOpenId(given, await invitationOnTheWay(), someOrigin());
    if (outcome.kind !== "signedIn") throw new Error(outcome.error);
    const user = await userOfSession(outcome.sessionToken);
    if (user === null) throw new Error("no session");
    expect(await authorizeModel(user, modelId, "view")).toBeNull();
    await acceptInvitation(user, token, someOrigin());
    expect(await authorizeModel(user, modelId, "view")).toMatchObject({ role: "viewer" });
    // Known from now on, whatever the rule and without an invitation.
    jar.clear();
    expect((await signInByOpenId(given, await invitationOnTheWay(), someOrigin())).kind).toBe("signedIn");
  });

  it("lets in anyone who has an account already, by the address that the provider has proven", async () => {
    const { token } = await invited();
    const { user } = await someoneInvited(token);
    expect((await arrives({ email: user.email })).kind).toBe("signedIn");
    expect(await arrives({ email: user.email, email_verified: false })).toMatchObject({ error: "OpenIdUnverified" });
  });

  /** Signs up with a password on the way to an invitation, as the rule demands. */
  async function someoneInvited(invitation: string) {
    const email = someEmail("invited");
    const outcome = await signUp({ name: "Guest", email, password: testPassword, invitation }, someOrigin());
    if (!outcome.ok) throw new Error(outcome.faults[0]?.message);
    const known = await userOfPassword(email, testPassword);
    const user = known && (await userOfSession(await beginSession(known.id, someOrigin())));
    if (!user) throw new Error("no session");
    return { user };
  }
});

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
