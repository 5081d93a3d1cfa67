import { afterEach, describe, expect, it, vi } from "vitest";
import { authorizeModel } from "@/lib/server/access/model";
import { authorizeOrganisation } from "@/lib/server/access/organisation";
import { userOfIdentity, userOfPassword, userOfSession } from "@/lib/server/access/person";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import { inviteMember } from "@/lib/server/organisations/invite-member";
import * as environment from "@/lib/server/runtime/env";
import { inScope } from "@/lib/server/runtime/scope";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { asOwner } from "@/test/database/as-owner";
import { newPerson, organisationOf, someEmail, someModel, someOrigin, testPassword } from "@/test/people";
import { signInByOpenId } from "./openid-connect";
import { beginSession } from "./sessions";
import { signUp, signUpRefusal } from "./sign-up";

const person = (email = someEmail()) => ({ name: "Ada", email, password: testPassword });

/** As where SIGN_UP is set to this. */
function withRule(rule: "open" | "invited" | "closed") {
  const settings = { ...environment.env(), SIGN_UP: rule };
  vi.spyOn(environment, "env").mockReturnValue(settings);
}
afterEach(() => vi.restoreAllMocks());

async function invitation() {
  const owner = (await newPerson("Owner")).user;
  const access = await authorizeModel(owner, await someModel(owner), "share");
  if (access === null || access === "refused") throw new Error("the owner shares their own model");
  const outcome = await createInvitation(access, { email: "guest@example.org", role: "viewer" }, someOrigin());
  if (!outcome.ok) throw new Error("no link");
  return outcome.link.slice(-43);
}

async function organisationInvitation() {
  const owner = (await newPerson("Owner")).user;
  const access = await authorizeOrganisation(
    owner,
    (await organisationOf(owner)).organisationId,
    "organisation:manage",
  );
  if (access === null || access === "refused") throw new Error("the owner runs their own organisation");
  const given = { email: "guest@example.org", role: "member" as const };
  const outcome = await inviteMember(access, null, given, someOrigin());
  if (!outcome.ok) throw new Error("no link");
  return outcome.link.slice(-43);
}

describe("signing up", () => {
  it("makes the person an organisation of their own", async () => {
    const { user } = await newPerson("Ada");
    const found = await inScope({ user: user.id }, (tx) =>
      tx.membership.findMany({
        where: { userId: user.id },
        select: { role: true, organisation: { select: { name: true } } },
      }),
    );
    expect(found).toEqual([{ role: "owner", organisation: { name: "Ada’s organisation" } }]);
  });

  it("says beside its field that an address is taken, and leaves the account as it is", async () => {
    const { user } = await newPerson("Ada");
    const other = { ...person(user.email), password: "another password entirely" };
    expect(await signUp(other, someOrigin())).toMatchObject({ ok: false, faults: [{ key: "email" }] });
    expect(await userOfPassword(user.email, testPassword)).toMatchObject({ id: user.id });
    expect(await userOfPassword(user.email, "another password entirely")).toBeNull();
  });

  it("tells one client ten times in a quarter of an hour whether an address is taken", async () => {
    const { user } = await newPerson("Ada");
    const origin = someOrigin();
    const keys = [];
    for (let n = 0; n < 12; n++) {
      const outcome = await signUp(person(user.email), origin);
      keys.push(outcome.ok ? "ok" : outcome.faults[0]?.key);
    }
    expect(keys).toEqual([...Array(10).fill("email"), "form", "form"]);
  });

  it("lets one of two in who take an address at the same moment", async () => {
    const email = someEmail();
    const outcomes = await Promise.all([1, 2].map(() => signUp(person(email), someOrigin())));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is for nobody where it is closed", async () => {
    const token = await invitation();
    withRule("closed");
    for (const given of [person(), { ...person(), invitation: token }]) {
      expect(await signUp(given, someOrigin())).toMatchObject({ ok: false, faults: [{ key: "form" }] });
      expect(await userOfPassword(given.email, testPassword)).toBeNull();
    }
  });

  it("takes an open invitation where it is for the invited", async () => {
    const [open, used] = [await invitation(), await invitation()];
    await acceptInvitation((await newPerson("First")).user, used, someOrigin());
    withRule("invited");
    expect(await signUpRefusal(null)).toMatch(/takes an invitation/);
    for (const token of [used, newToken()]) {
      expect((await signUp({ ...person(), invitation: token }, someOrigin())).ok).toBe(false);
    }
    expect(await signUp({ ...person(), invitation: open }, someOrigin())).toEqual({ ok: true });
  });

  it("makes one account by an invitation, and leaves it to be accepted", async () => {
    const token = await invitation();
    withRule("invited");
    const taken = (await asOwner("select email from public.users limit 1", []))[0]?.email;
    // An address that is taken uses nothing up.
    expect(await signUp({ ...person(String(taken)), invitation: token }, someOrigin())).toMatchObject({
      faults: [{ key: "email" }],
    });
    const first = person();
    expect(await signUp({ ...first, invitation: token }, someOrigin())).toEqual({ ok: true });
    const second = person();
    expect(await signUp({ ...second, invitation: token }, someOrigin())).toMatchObject({
      ok: false,
      faults: [{ key: "form", message: expect.stringContaining("by each one account is made") }],
    });
    expect(await userOfPassword(second.email, testPassword)).toBeNull();
    expect(await signUpRefusal(token)).toContain("by each one account is made");
    const known = await userOfPassword(first.email, testPassword);
    const user = known && (await userOfSession(await beginSession(known.id, someOrigin())));
    if (!user) throw new Error("no session");
    expect(await acceptInvitation(user, token, someOrigin())).toMatchObject({ ok: true });
  });

  it.each(["model", "organisation"])("of ten who sign up at once by one invitation to a %s lets one in", async (to) => {
    const token = to === "model" ? await invitation() : await organisationInvitation();
    withRule("invited");
    const people = Array.from({ length: 10 }, () => ({ ...person(), invitation: token }));
    const outcomes = await Promise.all(people.map((given) => signUp(given, someOrigin())));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const made = await asOwner("select email from public.users where email = any($1)", [
      people.map(({ email }) => email),
    ]);
    expect(made).toHaveLength(1);
  });

  it("makes no second account by an invitation through a provider, nor a first one by what has ended", async () => {
    const claims = () => ({
      iss: "https://login.example.org",
      sub: newToken(),
      email: someEmail(),
      email_verified: true,
    });
    const [token, revoked] = [await invitation(), await organisationInvitation()];
    await asOwner("update public.organisation_invitations set revoked_at = now() where token_hash = $1", [
      Buffer.from(hashToken(revoked)),
    ]);
    withRule("invited");
    expect(await signUp({ ...person(), invitation: token }, someOrigin())).toEqual({ ok: true });
    for (const invited of [token, revoked, newToken(), null]) {
      expect(await signInByOpenId(claims(), invited, someOrigin())).toEqual({ kind: "refused", error: "OpenIdClosed" });
    }
    // The same hold where the page's question is passed by, as of two at once: the database's function asks again.
    for (const invited of [token, revoked]) {
      expect(
        await userOfIdentity({
          issuer: "https://login.example.org",
          subject: newToken(),
          verifiedEmail: someEmail(),
          name: "Eve",
          organisationName: "Eve’s",
          mayCreate: true,
          invitation: hashToken(invited),
        }),
      ).toEqual({ refused: "closed" });
    }
  });

  it("takes as many accounts by one invitation as come where signing up is open", async () => {
    const token = await invitation();
    for (let n = 0; n < 2; n++) {
      expect(await signUp({ ...person(), invitation: token }, someOrigin())).toEqual({ ok: true });
    }
  });

  it("counts a network of IPv6 as one client", async () => {
    const { user } = await newPerson("Ada");
    const prefix = `2001:db8:${Math.floor(Math.random() * 65_536).toString(16)}:7`;
    const keys = [];
    for (let n = 0; n < 11; n++) {
      const outcome = await signUp(person(user.email), { ...someOrigin(), address: `${prefix}::${n + 1}` });
      keys.push(outcome.ok ? "ok" : outcome.faults[0]?.key);
    }
    expect(keys).toEqual([...Array(10).fill("email"), "form"]);
  });
});
