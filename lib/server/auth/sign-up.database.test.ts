import { afterEach, describe, expect, it, vi } from "vitest";
import { authorizeModel, userOfPassword } from "@/lib/server/access";
import * as environment from "@/lib/server/env";
import { inScope } from "@/lib/server/scope";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { somebody, someEmail, someModel, someOrigin, testPassword } from "@/test/people";
import { signUp, signUpRefusal } from "./sign-up";
import { newToken } from "./tokens";

const person = (email = someEmail()) => ({ name: "Ada", email, password: testPassword });

/** As where SIGN_UP is set to this. */
function withRule(rule: "open" | "invited" | "closed") {
  const settings = { ...environment.env(), SIGN_UP: rule };
  vi.spyOn(environment, "env").mockReturnValue(settings);
}
afterEach(() => vi.restoreAllMocks());

async function invitation() {
  const owner = (await somebody("Owner")).user;
  const access = await authorizeModel(owner, await someModel(owner), "share");
  if (access === null || access === "refused") throw new Error("the owner shares their own model");
  const outcome = await createInvitation(access, { email: "guest@example.org", role: "viewer" }, someOrigin());
  if (!outcome.ok) throw new Error("no link");
  return outcome.link.slice(-43);
}

describe("signing up", () => {
  it("makes the person an organisation of their own", async () => {
    const { user } = await somebody("Ada");
    const found = await inScope({ user: user.id }, (tx) =>
      tx.membership.findMany({
        where: { userId: user.id },
        select: { role: true, organisation: { select: { name: true } } },
      }),
    );
    expect(found).toEqual([{ role: "owner", organisation: { name: "Ada’s organisation" } }]);
  });

  it("says beside its field that an address is taken, and leaves the account as it is", async () => {
    const { user } = await somebody("Ada");
    const other = { ...person(user.email), password: "another password entirely" };
    expect(await signUp(other, someOrigin())).toMatchObject({ ok: false, faults: [{ key: "email" }] });
    expect(await userOfPassword(user.email, testPassword)).toMatchObject({ id: user.id });
    expect(await userOfPassword(user.email, "another password entirely")).toBeNull();
  });

  it("tells one client ten times in a quarter of an hour whether an address is taken", async () => {
    const { user } = await somebody("Ada");
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
    await acceptInvitation((await somebody("First")).user, used, someOrigin());
    withRule("invited");
    expect(await signUpRefusal(null)).toMatch(/takes an invitation/);
    for (const token of [used, newToken()]) {
      expect((await signUp({ ...person(), invitation: token }, someOrigin())).ok).toBe(false);
    }
    expect(await signUp({ ...person(), invitation: open }, someOrigin())).toEqual({ ok: true });
  });
});
