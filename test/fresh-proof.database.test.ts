import { NextRequest } from "next/server";
import { encode } from "next-auth/jwt";
import { Secret, TOTP } from "otpauth";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GET as everythingRoute } from "@/app/organisations/[organisationId]/export/everything.zip/route";
import { confirmAction, isConfirmedAction } from "@/app/settings/confirm-action";
import { deleteAccountAction, deleteOrganisationAction } from "@/app/settings/data/actions";
import { changeMemberRoleAction, inviteMemberAction, removeMemberAction } from "@/app/settings/members/actions";
import { leaveOrganisationAction } from "@/app/settings/organisation/actions";
import { askForNewAddressAction } from "@/app/settings/profile/actions";
import {
  beginFactorAction,
  confirmFactorAction,
  makeNewCodesAction,
  setPasswordAction,
  turnFactorOffAction,
} from "@/app/settings/security/actions";
import { createTokenAction } from "@/app/settings/tokens/actions";
import { cookieName } from "@/lib/cookie-names";
import type { Outcome } from "@/lib/outcome";
import { confirmationOf, holderOfApiToken, type SessionUser, userOfSession } from "@/lib/server/access/person";
import { signInByLink } from "@/lib/server/auth/mailed-links";
import { signInByOpenId } from "@/lib/server/auth/openid-connect";
import { setOwnPassword } from "@/lib/server/auth/own-password";
import { resetPassword } from "@/lib/server/auth/password-resets";
import { beginSession, endSessions } from "@/lib/server/auth/sessions";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import { asOwner } from "@/test/database/as-owner";
import { doorsOf } from "@/test/doors";
import {
  addMember,
  newPerson,
  newPersonSignedIn,
  organisationOf,
  someEmail,
  someOrigin,
  testPassword,
} from "@/test/people";

// Someone has stolen the cookie of a session, and nothing else. They call the actions as the page does, through the wrapper; only the
// request around them stands in for a browser's.
const request = vi.hoisted(() => ({ cookie: "", jar: new Map<string, string>() }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000" }),
  cookies: async () => ({
    getAll: () => [{ name: cookieName("http://localhost:3000", "session"), value: request.cookie }],
    get: (name: string) => (request.jar.has(name) ? { name, value: request.jar.get(name) } : undefined),
    set: (name: string, value: string) => request.jar.set(name, value),
  }),
}));
const later = vi.hoisted((): (() => Promise<void>)[] => []);
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: (work: () => Promise<void>) => later.push(work),
}));
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.MAIL_FROM = "Peerbalance <peerbalance@example.org>";

interface Victim {
  user: SessionUser;
  organisationId: string;
  /** Another owner of the organisation. */
  colleague: string;
}

async function use(sessionToken: string): Promise<void> {
  request.cookie = await encode({ token: { sessionToken }, secret: process.env.NEXTAUTH_SECRET ?? "" });
}

/** Signed in by a password; the session's cookie is what the tests go on with. */
async function victim(): Promise<Victim & { token: string }> {
  const { user, token } = await newPersonSignedIn("Ada");
  const { organisationId } = await organisationOf(user);
  const colleague = (await newPerson("Bob")).user.id;
  await addMember({ organisationId }, { id: colleague }, "owner");
  await use(token);
  return { user, token, organisationId, colleague };
}

beforeEach(() => {
  request.jar.clear();
  later.length = 0;
});

/** All that an attacker could have changed for good, as the tables hold it. */
async function stateOf({ user, organisationId }: Victim): Promise<unknown> {
  const [row] = await asOwner(
    `select (select to_jsonb(u) from public.users u where u.id = $1) as person,
       (select jsonb_agg(to_jsonb(m) order by m.user_id) from public.memberships m where m.organisation_id = $2) as members,
       (select to_jsonb(o) from public.organisations o where o.id = $2) as organisation,
       (select jsonb_agg(to_jsonb(t)) from public.api_tokens t where t.user_id = $1) as tokens,
       (select jsonb_agg(to_jsonb(f)) from public.second_factors f where f.user_id = $1) as factors,
       (select jsonb_agg(to_jsonb(c) order by c.id) from public.recovery_codes c where c.user_id = $1) as codes,
       (select jsonb_agg(to_jsonb(l)) from public.mail_links l where l.user_id = $1) as links,
       (select jsonb_agg(to_jsonb(i)) from public.organisation_invitations i where i.organisation_id = $2) as invitations`,
    [user.id, organisationId],
  );
  return row;
}

const keysOf = (outcome: Outcome) => (outcome.ok ? [] : outcome.faults.map(({ key }) => key));

/** Every action that takes a proof beyond the session, by its name; the last test holds this list against the register. */
const actions: Record<string, (given: Victim) => Promise<Outcome>> = {
  beginFactorAction: () => beginFactorAction(),
  turnFactorOffAction: () => turnFactorOffAction(),
  makeNewCodesAction: () => makeNewCodesAction(),
  askForNewAddressAction: () => askForNewAddressAction({ email: someEmail("thief") }),
  createTokenAction: ({ organisationId }) =>
    createTokenAction(organisationId, { name: "Mine", scopes: ["models:read"], days: 365 }),
  deleteAccountAction: ({ user }) => deleteAccountAction(user.email),
  deleteOrganisationAction: ({ organisationId }) => deleteOrganisationAction(organisationId, "Ada’s organisation"),
  changeMemberRoleAction: ({ organisationId, colleague }) =>
    changeMemberRoleAction(organisationId, colleague, "member"),
  removeMemberAction: ({ organisationId, colleague }) => removeMemberAction(organisationId, colleague),
  leaveOrganisationAction: ({ organisationId }) => leaveOrganisationAction(organisationId),
  inviteMemberAction: ({ organisationId }) =>
    inviteMemberAction(organisationId, { email: someEmail("thief"), role: "owner" }),
  isConfirmedAction: () => isConfirmedAction(),
};

/** Two-factor is off, so there are no codes to renew. */
const refusedForOtherReasons = ["makeNewCodesAction"];

/** The minutes go by. */
const age = (user: SessionUser, minutes: number) =>
  asOwner(`update public.sessions set confirmed_at = confirmed_at - interval '${minutes} minutes' where id = $1`, [
    user.sessionId,
  ]);

describe("a stolen session", () => {
  it.each(Object.keys(actions))("does nothing by %s, which the owner does with the password", async (name) => {
    const given = await victim();
    const act = actions[name] ?? (() => Promise.reject(new Error("unknown")));
    const before = await stateOf(given);
    expect(keysOf(await act(given))).toEqual(["confirm"]);
    // Nor after guesses at the proof.
    for (const present of ["", "wrong wrong wrong", "000000", "aaaa-aaaa-aaaa-aaaa", given.user.email]) {
      expect(keysOf(await confirmAction({ present }))).toEqual(["present"]);
    }
    expect(keysOf(await act(given))).toEqual(["confirm"]);
    expect(await stateOf(given)).toEqual(before);

    expect(await confirmAction({ present: testPassword })).toEqual({ ok: true });
    const outcome = await act(given);
    expect(keysOf(outcome)).toEqual(refusedForOtherReasons.includes(name) ? ["form"] : []);
  });

  it("downloads nothing of the export of everything; the owner does, for ten minutes", async () => {
    const { user, organisationId } = await victim();
    const ask = () =>
      everythingRoute(new NextRequest(`http://localhost:3000/organisations/${organisationId}/export/everything.zip`), {
        params: Promise.resolve({ organisationId }),
      });
    const refused = await ask();
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("confirm in your settings that it is you");
    await confirmAction({ present: testPassword });
    const answered = await ask();
    expect(answered.status).toBe(200);
    // The signature of a ZIP file's first entry.
    expect([...new Uint8Array(await answered.arrayBuffer()).subarray(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
    await age(user, 10);
    expect((await ask()).status).toBe(403);
  });

  it("sets no password, also within the minutes in which the owner's proof holds", async () => {
    const { user } = await victim();
    const set = (present: string) =>
      setPasswordAction({ present, password: "nine red trams at dawn", endsTokens: false });
    expect(keysOf(await set("wrong wrong wrong"))).toEqual(["present"]);
    expect(await confirmAction({ present: testPassword })).toEqual({ ok: true });
    for (const present of ["", "wrong wrong wrong"]) expect(keysOf(await set(present))).toEqual(["present"]);
    expect(await set(testPassword)).toEqual({ ok: true });
    expect(await confirmationOf(user)).not.toBeNull();
  });

  it("invites a member without a proof, as any member of staff does all day, and nobody who runs the organisation", async () => {
    const { organisationId } = await victim();
    const invite = (role: "owner" | "admin" | "member") =>
      inviteMemberAction(organisationId, { email: someEmail(), role });
    expect(keysOf(await invite("member"))).toEqual([]);
    expect(keysOf(await invite("admin"))).toEqual(["confirm"]);
    expect(keysOf(await invite("owner"))).toEqual(["confirm"]);
  });

  it("does not use up the owner's tries, and its own are few and in the audit log", async () => {
    const given = await victim();
    const owners = await beginSession(given.user.id, someOrigin());
    for (let n = 0; n < 10; n++) await confirmAction({ present: "wrong wrong wrong" });
    expect(await confirmAction({ present: testPassword })).toMatchObject({
      faults: [{ key: "present", message: "Too many tries. Wait 15 minutes, then try again." }],
    });
    for (const work of later) await work();
    const failed = await asOwner(
      "select detail from public.audit_events where organisation_id = $1 and action = 'session.failed'",
      [given.organisationId],
    );
    expect(failed).toEqual(Array(10).fill({ detail: { way: "confirmation" } }));
    await use(owners);
    expect(await confirmAction({ present: testPassword })).toEqual({ ok: true });
    // One session's proof is not another's.
    expect(await confirmationOf(given.user)).toBeNull();
  });
});

describe("a code", () => {
  /** Turns two-factor on in the session that is used, as its owner does. */
  async function enrol(): Promise<{ totp: TOTP; codes: string[] }> {
    expect(await confirmAction({ present: testPassword })).toEqual({ ok: true });
    const begun = await beginFactorAction();
    if (!begun.ok) throw new Error("not begun");
    const totp = new TOTP({ secret: Secret.fromBase32(begun.key.replaceAll(" ", "")) });
    const done = await confirmFactorAction({ code: totp.generate() });
    if (!done.ok) throw new Error(done.faults[0]?.message);
    return { totp, codes: done.codes };
  }
  const next = (totp: TOTP) => totp.generate({ timestamp: Date.now() + 30_000 });

  it("of a factor that was enrolled in this session is no proof in it, nor is a recovery code; elsewhere they are", async () => {
    const { user } = await victim();
    const { totp, codes } = await enrol();
    await age(user, 10);
    for (const present of [next(totp), codes[0] ?? ""]) {
      expect(keysOf(await confirmAction({ present }))).toEqual(["present"]);
    }
    expect(keysOf(await turnFactorOffAction())).toEqual(["confirm"]);
    expect(keysOf(await makeNewCodesAction())).toEqual(["confirm"]);

    const elsewhere = await beginSession(user.id, someOrigin());
    await use(elsewhere);
    // Not used up by the tries above.
    expect(await confirmAction({ present: next(totp) })).toEqual({ ok: true });
    const later = await beginSession(user.id, someOrigin());
    await use(later);
    expect(await confirmAction({ present: codes[0] ?? "" })).toEqual({ ok: true });
    expect(keysOf(await confirmAction({ present: codes[0] ?? "" }))).toEqual(["present"]);
    expect(await turnFactorOffAction()).toEqual({ ok: true });
  });

  it("made anew in this session is no proof in it", async () => {
    const { user } = await victim();
    await enrol();
    await use(await beginSession(user.id, someOrigin()));
    expect(await confirmAction({ present: testPassword })).toEqual({ ok: true });
    const renewed = await makeNewCodesAction();
    if (!renewed.ok) throw new Error("not renewed");
    expect(keysOf(await confirmAction({ present: renewed.codes[0] ?? "" }))).toEqual(["present"]);
  });

  it("confirms no factor that another session has begun", async () => {
    const { user } = await victim();
    await confirmAction({ present: testPassword });
    const begun = await beginFactorAction();
    if (!begun.ok) throw new Error("not begun");
    const totp = new TOTP({ secret: Secret.fromBase32(begun.key.replaceAll(" ", "")) });
    await use(await beginSession(user.id, someOrigin()));
    expect(keysOf(await confirmFactorAction({ code: totp.generate() }))).toEqual(["code"]);
  });
});

describe("someone without a password", () => {
  async function link(userId: string): Promise<string> {
    const token = newToken();
    await asOwner(
      `insert into public.mail_links (user_id, token_hash, purpose, email, expires_at)
       select id, $2, 'sign_in', email, now() + interval '1 hour' from public.users where id = $1`,
      [userId, Buffer.from(hashToken(token))],
    );
    return token;
  }

  async function signInAgain(userId: string): Promise<SessionUser> {
    const outcome = await signInByLink(await link(userId), someOrigin());
    if (outcome.kind !== "signedIn") throw new Error(outcome.kind);
    await use(outcome.sessionToken);
    const user = await userOfSession(outcome.sessionToken);
    if (!user) throw new Error("no session");
    return user;
  }

  it("shows who they are by a fresh sign-in by a mailed link, for ten minutes, and by nothing typed", async () => {
    // The first proof of the address ends the password.
    const ada = await signInAgain((await newPerson("Ada")).user.id);
    expect(keysOf(await beginFactorAction())).toEqual([]);
    await age(ada, 10);
    expect(keysOf(await beginFactorAction())).toEqual(["confirm"]);
    const password = { password: "nine red trams at dawn", endsTokens: false };
    expect(keysOf(await setPasswordAction({ present: "", ...password }))).toEqual(["confirm"]);
    for (const present of ["", testPassword, "000000"]) {
      expect(keysOf(await confirmAction({ present }))).toEqual(["present"]);
    }
    await signInAgain(ada.id);
    expect(await setPasswordAction({ present: "", ...password })).toEqual({ ok: true });
  });

  it("has no such proof by a mailed link once there is a password again", async () => {
    const ada = await signInAgain((await newPerson("Ada")).user.id);
    await setOwnPassword(ada, { present: "", password: "nine red trams at dawn", endsTokens: false }, someOrigin());
    await signInAgain(ada.id);
    expect(keysOf(await beginFactorAction())).toEqual(["confirm"]);
    expect(await confirmAction({ present: "nine red trams at dawn" })).toEqual({ ok: true });
  });

  const now = Math.floor(Date.now() / 1_000);
  it.each([
    ["does not say when it asked them", {}, true],
    ["asked them a minute ago", { auth_time: now - 60 }, true],
    ["asked them an hour ago", { auth_time: now - 3_600 }, false],
    ["says nonsense", { auth_time: "1" }, true],
    ["names a time to come", { auth_time: now + 3_600 }, true],
  ])("shows who they are by a sign-in through a provider that %s: %j, %s", async (_, given, isProof) => {
    const claims = { iss: "https://login.example.org", sub: newToken(), email_verified: true, name: "Ada", ...given };
    const outcome = await signInByOpenId({ ...claims, email: someEmail() }, null, someOrigin());
    if (outcome.kind !== "signedIn") throw new Error(outcome.error);
    await use(outcome.sessionToken);
    expect(keysOf(await isConfirmedAction())).toEqual(isProof ? [] : ["confirm"]);
    const user = await userOfSession(outcome.sessionToken);
    // A time to come would make the proof last.
    const [row] = await asOwner("select confirmed_at > now() as ahead from public.sessions where id = $1", [
      user?.sessionId,
    ]);
    expect(row?.ahead).toBe(false);
  });
});

describe("API tokens", () => {
  async function withToken() {
    const given = await victim();
    await confirmAction({ present: testPassword });
    const made = await createTokenAction(given.organisationId, { name: "Report", scopes: ["models:read"], days: 30 });
    if (!made.ok) throw new Error("no token");
    const works = async () => (await holderOfApiToken(made.token)) !== null;
    expect(await works()).toBe(true);
    return { ...given, works };
  }

  it.each([true, false])("end with a change of password where that is wanted: %s", async (endsTokens) => {
    const { user, works } = await withToken();
    const change = { present: testPassword, password: "nine red trams at dawn", endsTokens };
    expect(await setOwnPassword(user, change, someOrigin())).toEqual({ ok: true });
    expect(await works()).toBe(!endsTokens);
  });

  it.each([true, false])("end with all other sessions where that is wanted: %s", async (endsTokens) => {
    const { user, works } = await withToken();
    await beginSession(user.id, someOrigin());
    expect(await endSessions(user, "others", someOrigin(), endsTokens)).toBe(1);
    expect(await works()).toBe(!endsTokens);
  });

  it("end with a reset of the password, and nobody else's do", async () => {
    const other = await withToken();
    const { user, works } = await withToken();
    const token = newToken();
    await asOwner(
      "insert into public.password_resets (user_id, token_hash, expires_at) values ($1, $2, now() + interval '1 day')",
      [user.id, Buffer.from(hashToken(token))],
    );
    expect(await resetPassword(token, "nine red trams at dawn", someOrigin())).toEqual({ ok: true });
    expect(await works()).toBe(false);
    expect(await other.works()).toBe(true);
  });
});

describe("whatever can be done in the settings", () => {
  /** What a session is enough for, as it changes nothing that the person could not take back, or takes a proof of its own. */
  const sessionIsEnough = [
    // Each asks for the password, a code, or a link from the mailbox by itself.
    "setPasswordAction",
    "confirmAction",
    "confirmFactorAction",
    "changeAddressAction",
    "mailOwnLinkAction",
    // To take a deletion back, or what was given out.
    "keepAccountAction",
    "keepOrganisationAction",
    "revokeTokenAction",
    "revokeMemberInvitationAction",
    "endSessionsAction",
    // Words, and what is shown.
    "renameAction",
    "renameOrganisationAction",
    "createOrganisationAction",
    "switchOrganisationAction",
    "setNoticesByMailAction",
    "setCsvFormatAction",
    // Figures of an organisation: each change stays in their history and can be taken back, and no model moves by it.
    "changeFigureAction",
    "changeFigureCurrencyAction",
    "changeLineAction",
    "importFiguresAction",
    "importLinesAction",
    "removeFigureAction",
    "restoreFigureAction",
    "listFigureRevisionsAction",
    "countFigureChangesAction",
    // The next import asks again.
    "forgetColumnsAction",
  ];

  it("takes a proof and is tried above, or is named here with the reason why a session is enough", () => {
    const doors = doorsOf("action");
    const confirming = doors.filter(({ confirms }) => confirms !== "never").map(({ name }) => name);
    expect(confirming.sort()).toEqual(Object.keys(actions).sort());
    const inSettings = doors.filter(({ file }) => file.startsWith("app/settings/")).map(({ name }) => name);
    expect(inSettings.sort()).toEqual([...Object.keys(actions), ...sessionIsEnough].sort());
  });
});
