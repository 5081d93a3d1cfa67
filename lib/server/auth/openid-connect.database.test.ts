import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { authorizeModel } from "@/lib/server/access/model";
import { holderOfApiToken, type SessionUser, userOfPassword, userOfSession } from "@/lib/server/access/person";
import { changeOwnAddress } from "@/lib/server/auth/sql";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import { ownCookie } from "@/lib/server/runtime/cookies";
import * as environment from "@/lib/server/runtime/env";
import { inScope } from "@/lib/server/runtime/scope";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { forgetAround, jar } from "@/test/around-a-test";
import { asOwner } from "@/test/database/as-owner";
import {
  newPersonSignedIn as newPerson,
  organisationOf,
  someEmail,
  someModel,
  someOrigin,
  testPassword,
} from "@/test/people";
import { byPassword, claims, eventsOf, isProven, issuer, mailed, withTwoFactor } from "@/test/ways-in";
import { signInByLink } from "./mailed-links";
import { invitationOnTheWay, signInByOpenId } from "./openid-connect";
import { resetPassword } from "./password-resets";
import { passSecondStep } from "./second-factor/sign-in-step";
import { beginSession } from "./sessions";
import { signUp } from "./sign-up";

vi.mock("next/headers", async () => (await import("@/test/around-a-test")).nextHeaders);
vi.mock("next/server", async () => (await import("@/test/around-a-test")).nextServer);

beforeEach(forgetAround);

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
