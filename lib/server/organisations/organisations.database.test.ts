import { beforeEach, describe, expect, it } from "vitest";
import { firstPage } from "@/lib/draft/model-listing";
import type { OrganisationRole } from "@/lib/organisations/roles";
import { authorizeModel, type ShareAccess } from "@/lib/server/access/model";
import {
  authorizeCurrentOrganisation,
  authorizeOrganisation,
  type OrganisationOwnAccess,
} from "@/lib/server/access/organisation";
import { type AuthenticatedUser, holderOfApiToken } from "@/lib/server/access/person";
import { createApiToken } from "@/lib/server/api/tokens";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import { createModel } from "@/lib/server/models/create-model";
import { getModel } from "@/lib/server/models/get-model";
import { listModels } from "@/lib/server/models/list-models";
import { unsafeFindOrganisationInvitation } from "@/lib/server/organisations/sql";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { setPrivate } from "@/lib/server/sharing/set-private";
import { asOwner } from "@/test/database/as-owner";
import {
  addMember,
  confirmed,
  forge,
  newPerson,
  organisationOf,
  someDraft,
  someEmail,
  someModel,
  someOrigin,
} from "@/test/people";
import { changeMemberRole, leaveOrganisation, removeMember } from "./change-membership";
import { createOrganisation } from "./create-organisation";
import { inviteMember, revokeMemberInvitation } from "./invite-member";
import { findOrganisationInvitation, joinOrganisation } from "./join-organisation";
import { listMembers } from "./list-members";
import { listOrganisations } from "./list-organisations";

let ada: AuthenticatedUser;
let bob: AuthenticatedUser;
let cyd: AuthenticatedUser;
/** Ada's proof that she owns the organisation that was made with her account. */
let own: OrganisationOwnAccess;

beforeEach(async () => {
  [ada, bob, cyd] = (await Promise.all([newPerson("Ada"), newPerson("Bob"), newPerson("Cyd")])).map(
    ({ user }) => user,
  ) as [AuthenticatedUser, AuthenticatedUser, AuthenticatedUser];
  own = (await organisationOf(ada)) as OrganisationOwnAccess;
});

async function invite(role: OrganisationRole, by = own, email = someEmail()): Promise<string> {
  const outcome = await inviteMember(by, confirmed(by.user), { email, role }, someOrigin());
  if (!outcome.ok) throw new Error("no link");
  return outcome.link.slice(-43);
}

async function accessOf(user: AuthenticatedUser): Promise<OrganisationOwnAccess> {
  const access = await authorizeOrganisation(user, own.organisationId, "organisation:view");
  if (access === null || access === "refused") throw new Error(`${user.name} is no member`);
  return access as OrganisationOwnAccess;
}

async function shareAccess(user: AuthenticatedUser, id: string): Promise<ShareAccess> {
  const access = await authorizeModel(user, id, "share");
  if (access === null || access === "refused") throw new Error(`${user.name} does not share this model`);
  return access;
}

const eventsOf = async () =>
  (
    await asOwner(
      "select action, actor_id, subject_id, detail from public.audit_events where organisation_id = $1 and action <> 'session.began' order by at, action",
      [own.organisationId],
    )
  ).map(({ action }) => action);

describe("a link into an organisation", () => {
  it("says what it is for, gives nothing by being looked at, and makes a member of anyone who accepts it", async () => {
    const token = await invite("admin");
    const open = { state: "open", organisationName: "Ada’s organisation", inviter: "Ada", role: "admin" };
    expect(await findOrganisationInvitation(token, null)).toEqual(open);
    expect(await findOrganisationInvitation(token, bob)).toEqual(open);
    expect(await authorizeOrganisation(bob, own.organisationId, "organisation:view")).toBeNull();
    expect(await joinOrganisation(bob, token, someOrigin())).toMatchObject({ ok: true, access: { role: "admin" } });
    expect(await authorizeOrganisation(bob, own.organisationId, "organisation:manage")).toMatchObject({
      role: "admin",
    });
    expect(await findOrganisationInvitation(token, bob)).toMatchObject({ state: "yours" });
    expect(await findOrganisationInvitation(token, cyd)).toEqual({ state: "used" });
    expect((await joinOrganisation(cyd, token, someOrigin())).ok).toBe(false);
    expect(await eventsOf()).toEqual(["member.invited", "member.joined"]);
  });

  it("is stored as a hash, lasts seven days, and carries the installation's own address", async () => {
    const outcome = await inviteMember(own, confirmed(own.user), { email: bob.email, role: "member" }, someOrigin());
    if (!outcome.ok) throw new Error("no link");
    expect(outcome.link).toMatch(new RegExp(`^${process.env.APP_URL}/invitations/[\\w-]{43}$`));
    const days = (Date.parse(outcome.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
    const stored = await asOwner(
      "select to_jsonb(i) as row from public.organisation_invitations i where organisation_id = $1",
      [own.organisationId],
    );
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(outcome.link.slice(-43));
    // Mail is not set up here.
    expect(outcome.mail).toBeNull();
  });

  it("lets in one of two who open it at the same moment", async () => {
    const token = await invite("member");
    const outcomes = await Promise.all([bob, cyd].map((user) => joinOrganisation(user, token, someOrigin())));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await listMembers(own))?.people.rows).toHaveLength(2);
  });

  it("ends by expiring and by being withdrawn, and says which", async () => {
    const late = await invite("member", own, "late@example.org");
    const withdrawn = await invite("member", own, "withdrawn@example.org");
    const idOf = async (email: string) =>
      (await listMembers(own))?.invitations.rows.find((invitation) => invitation.email === email)?.id ?? "";
    await asOwner(
      `update public.organisation_invitations set created_at = now() - interval '8 days', expires_at = now() - interval '1 second'
       where id = $1`,
      [await idOf("late@example.org")],
    );
    expect((await revokeMemberInvitation(own, await idOf("withdrawn@example.org"), someOrigin())).ok).toBe(true);
    expect(await findOrganisationInvitation(late, bob)).toEqual({ state: "expired" });
    expect(await findOrganisationInvitation(withdrawn, bob)).toEqual({ state: "revoked" });
    for (const token of [late, withdrawn, newToken()]) {
      expect((await joinOrganisation(bob, token, someOrigin())).ok).toBe(false);
    }
    expect(await findOrganisationInvitation(newToken(), bob)).toBeNull();
    expect((await listMembers(own))?.invitations.rows).toEqual([]);
  });

  it("raises who is a member already, and never lowers", async () => {
    await addMember(own, bob, "member");
    const token = await invite("admin");
    expect((await joinOrganisation(bob, token, someOrigin())).ok).toBe(true);
    expect((await accessOf(bob)).role).toBe("admin");
    const lesser = await invite("member");
    expect((await joinOrganisation(bob, lesser, someOrigin())).ok).toBe(true);
    expect((await accessOf(bob)).role).toBe("admin");
    // The one that gave nothing is still there for the person it was meant for.
    expect(await findOrganisationInvitation(lesser, cyd)).toMatchObject({ state: "open" });
  });

  it("is refused for someone who is a member already, by their address", async () => {
    await addMember(own, bob, "member");
    const outcome = await inviteMember(own, confirmed(own.user), { email: bob.email, role: "admin" }, someOrigin());
    expect(outcome).toEqual({
      ok: false,
      faults: [{ key: "email", message: "This person is a member already. Change the role in the table below." }],
    });
  });

  it("ends with the right to make it: anyone who is removed or lowered has no way back by their own link", async () => {
    await addMember(own, bob, "admin");
    const back = await invite("admin", await accessOf(bob));
    await removeMember(own, confirmed(own.user), bob.id, someOrigin());
    expect(await findOrganisationInvitation(back, bob)).toEqual({ state: "revoked" });
    expect((await joinOrganisation(bob, back, someOrigin())).ok).toBe(false);

    await addMember(own, cyd, "owner");
    const [asOwnerLink, asMemberLink] = [
      await invite("owner", await accessOf(cyd)),
      await invite("member", await accessOf(cyd)),
    ];
    await changeMemberRole(own, confirmed(own.user), cyd.id, "admin", someOrigin());
    expect((await unsafeFindOrganisationInvitation(hashToken(asOwnerLink)))?.state).toBe("revoked");
    expect((await unsafeFindOrganisationInvitation(hashToken(asMemberLink)))?.state).toBe("open");
    await changeMemberRole(own, confirmed(own.user), cyd.id, "member", someOrigin());
    expect((await unsafeFindOrganisationInvitation(hashToken(asMemberLink)))?.state).toBe("revoked");
  });

  it("ends though only the membership went, past the code", async () => {
    await addMember(own, bob, "admin");
    const back = await invite("member", await accessOf(bob));
    // The trigger is off, as if it had never been.
    await asOwner("alter table public.memberships disable trigger memberships_end_what_rests", []);
    await asOwner("delete from public.memberships where organisation_id = $1 and user_id = $2", [
      own.organisationId,
      bob.id,
    ]);
    await asOwner("alter table public.memberships enable trigger memberships_end_what_rests", []);
    expect((await joinOrganisation(bob, back, someOrigin())).ok).toBe(false);
    expect(await findOrganisationInvitation(back, cyd)).toEqual({ state: "revoked" });
  });
});

describe("several organisations", () => {
  it("are 100 at most, made or joined, and a link to a higher role in one of them still counts", async () => {
    const made = await createOrganisation(bob, "Second", someOrigin());
    if (!made.ok) throw new Error("not made");
    const second = (await authorizeOrganisation(bob, made.id, "organisation:own")) as OrganisationOwnAccess;
    await addMember(second, ada, "member");
    await asOwner(
      `with made as (insert into public.organisations (name) select 'One of many' from generate_series(3, 100) returning id)
       insert into public.memberships (organisation_id, user_id, role) select id, $1, 'owner' from made`,
      [ada.id],
    );
    const full = {
      ok: false,
      faults: [{ message: expect.stringMatching(/^You belong to 100 organisations, .* Leave one/) }],
    };
    expect(await createOrganisation(ada, "One more", someOrigin())).toMatchObject(full);
    const third = await createOrganisation(cyd, "Third", someOrigin());
    if (!third.ok) throw new Error("not made");
    const other = (await authorizeOrganisation(cyd, third.id, "organisation:own")) as OrganisationOwnAccess;
    expect(await joinOrganisation(ada, await invite("member", other, ada.email), someOrigin())).toMatchObject(full);
    const higher = await joinOrganisation(ada, await invite("admin", second), someOrigin());
    expect(higher).toMatchObject({ ok: true, access: { role: "admin" } });
    expect(
      (
        await leaveOrganisation(
          higher.ok ? (higher.access as OrganisationOwnAccess) : second,
          confirmed(ada),
          someOrigin(),
        )
      ).ok,
    ).toBe(true);
    expect((await createOrganisation(ada, "In its place", someOrigin())).ok).toBe(true);
  });

  it("are told apart: the list of models shows those of the one in use, and what others share", async () => {
    const made = await createOrganisation(ada, "Second", someOrigin());
    if (!made.ok) throw new Error("not made");
    expect((await listOrganisations(ada)).map(({ name, role }) => [name, role])).toEqual([
      ["Ada’s organisation", "owner"],
      ["Second", "owner"],
    ]);
    const second = await authorizeCurrentOrganisation(ada, made.id);
    expect(second?.organisationId).toBe(made.id);
    await someModel(ada, { ...someDraft, name: "Of the first" });
    const bobs = await someModel(bob, { ...someDraft, name: "Bob's" });
    const link = await createInvitation(
      await shareAccess(bob, bobs),
      { email: ada.email, role: "viewer" },
      someOrigin(),
    );
    if (!link.ok) throw new Error("no link");
    await acceptInvitation(ada, link.link.slice(-43), someOrigin());
    const names = async (workingIn: OrganisationOwnAccess["organisationId"]) =>
      (await listModels(ada, { ...firstPage, sort: "name" }, { workingIn })).models.map(({ name }) => name);
    expect(await names(own.organisationId)).toEqual(["Bob's", "Of the first"]);
    if (!second) throw new Error("Ada owns the second");
    expect(await names(second.organisationId)).toEqual(["Bob's"]);
  });

  it("cannot be switched to by knowing an id", async () => {
    expect((await authorizeCurrentOrganisation(bob, own.organisationId))?.organisationId).toBe(
      (await organisationOf(bob)).organisationId,
    );
  });
});

describe("a removal", () => {
  it("ends access at once: models, shares by name, tokens; what they made stays", async () => {
    await addMember(own, bob, "member");
    const bobs = await someModelOf(bob, "Made by Bob");
    const secret = await someModel(ada, { ...someDraft, name: "Shared by name" });
    await setPrivate(await shareAccess(ada, secret), true, someOrigin());
    const link = await createInvitation(
      await shareAccess(ada, secret),
      { email: bob.email, role: "editor" },
      someOrigin(),
    );
    if (!link.ok) throw new Error("no link");
    await acceptInvitation(bob, link.link.slice(-43), someOrigin());
    const bobsLink = await createInvitation(
      await shareAccess(bob, bobs),
      { email: "x@example.org", role: "editor" },
      someOrigin(),
    );
    if (!bobsLink.ok) throw new Error("no link");
    const token = await createApiToken(
      await accessOf(bob),
      confirmed(bob),
      { name: "t", scopes: ["models:read"], days: 30 },
      someOrigin(),
    );
    if (!token.ok) throw new Error("no token");
    expect(await getModel(bob, secret)).toMatchObject({ canEdit: true });
    expect(await holderOfApiToken(token.token)).not.toBeNull();

    expect(await removeMember(own, confirmed(own.user), bob.id, someOrigin())).toEqual({ ok: true });
    expect(await getModel(bob, secret)).toBeNull();
    expect(await getModel(bob, bobs)).toBeNull();
    expect(await holderOfApiToken(token.token)).toBeNull();
    expect((await acceptInvitation(bob, bobsLink.link.slice(-43), someOrigin())).ok).toBe(false);
    expect(await getModel(ada, bobs)).toMatchObject({ name: "Made by Bob", canShare: true });
    expect(await listModels(bob)).toMatchObject({ total: 0 });
    // Back again they have what a member has: neither the share nor the token is there.
    await addMember(own, bob, "member");
    expect(await getModel(bob, secret)).toBeNull();
    expect(await holderOfApiToken(token.token)).toBeNull();
  });

  it("of the last owner is refused, as is their leaving and their taking a lesser role", async () => {
    const words = "An organisation keeps an owner. Make someone else an owner first.";
    const refused = { ok: false, faults: [{ key: "form", message: words }] };
    await addMember(own, bob, "admin");
    expect(await leaveOrganisation(own, confirmed(own.user), someOrigin())).toEqual(refused);
    expect(await removeMember(own, confirmed(own.user), ada.id, someOrigin())).toEqual(refused);
    expect(await changeMemberRole(own, confirmed(own.user), ada.id, "admin", someOrigin())).toEqual(refused);
    expect((await listMembers(own))?.people.rows[0]).toMatchObject({ name: "Ada", isLastOwner: true });
    // Nothing was done, so nothing is in the log.
    expect(await eventsOf()).toEqual([]);
    await changeMemberRole(own, confirmed(own.user), bob.id, "owner", someOrigin());
    expect(await leaveOrganisation(own, confirmed(own.user), someOrigin())).toEqual({ ok: true });
    expect(await eventsOf()).toEqual(["member.role-changed", "member.left"]);
  });

  it("leaves an owner where two owners leave at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { user } = await newPerson("Second");
      const made = await createOrganisation(ada, "Two owners", someOrigin());
      if (!made.ok) throw new Error("not made");
      const first = (await authorizeOrganisation(ada, made.id, "organisation:own")) as OrganisationOwnAccess;
      await addMember(first, user, "owner");
      const second = forge(first, user);
      const outcomes = await Promise.all(
        [first, second].map((access) => leaveOrganisation(access, confirmed(access.user), someOrigin())),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });

  it("leaves an owner where both are removed past the code, at the same moment", async () => {
    await addMember(own, bob, "owner");
    const remove = (user: AuthenticatedUser) =>
      asOwner("delete from public.memberships where organisation_id = $1 and user_id = $2", [
        own.organisationId,
        user.id,
      ]);
    const outcomes = await Promise.allSettled([remove(ada), remove(bob)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

/** A model of someone's in Ada's organisation. */
async function someModelOf(user: AuthenticatedUser, name: string): Promise<string> {
  const outcome = await createModel(await accessOf(user), { ...someDraft, name }, null, someOrigin());
  if (!outcome.ok) throw new Error("the model was not made");
  return outcome.id;
}

describe("organisation-wide access", () => {
  it("lets members read, admins and owners change, and keeps a private one from members", async () => {
    const id = await someModel(ada);
    await addMember(own, bob, "member");
    await addMember(own, cyd, "admin");
    expect(await getModel(bob, id)).toMatchObject({ canComment: true, canEdit: false, canShare: false });
    expect(await getModel(cyd, id)).toMatchObject({ canEdit: true, canShare: true });
    expect(await setPrivate(await shareAccess(cyd, id), true, someOrigin())).toEqual({ ok: true });
    expect(await getModel(bob, id)).toBeNull();
    expect((await listModels(bob)).total).toBe(0);
    expect(await getModel(cyd, id)).toMatchObject({ canEdit: true });
    expect((await listModels(cyd)).models).toMatchObject([{ isPrivate: true }]);
    expect(await setPrivate(await shareAccess(ada, id), false, someOrigin())).toEqual({ ok: true });
    expect(await getModel(bob, id)).toMatchObject({ canEdit: false });
    expect((await eventsOf()).slice(1)).toEqual(["model.made-private", "model.opened-to-members"]);
  });

  it("lets a member who is invited as editor change the model, and gives an admin nothing by it", async () => {
    const id = await someModel(ada);
    await addMember(own, bob, "member");
    await addMember(own, cyd, "admin");
    const link = await createInvitation(await shareAccess(ada, id), { email: bob.email, role: "editor" }, someOrigin());
    if (!link.ok) throw new Error("no link");
    const token = link.link.slice(-43);
    expect(await acceptInvitation(cyd, token, someOrigin())).toEqual({ ok: true, modelId: id });
    expect(await acceptInvitation(bob, token, someOrigin())).toEqual({ ok: true, modelId: id });
    expect(await getModel(bob, id)).toMatchObject({ canEdit: true, canShare: false });
    const shares = await asOwner("select user_id, role::text from public.shares where model_id = $1", [id]);
    expect(shares).toEqual([{ user_id: bob.id, role: "editor" }]);
  });

  it("is not an editor's to change, though the proof was forged", async () => {
    const id = await someModel(ada);
    await addMember(own, bob, "member");
    const link = await createInvitation(await shareAccess(ada, id), { email: bob.email, role: "editor" }, someOrigin());
    if (!link.ok) throw new Error("no link");
    await acceptInvitation(bob, link.link.slice(-43), someOrigin());
    const adas = await shareAccess(ada, id);
    const forged = forge(adas, bob);
    await expect(setPrivate(forged, true, someOrigin())).rejects.toThrow();
    const stranger = forge(adas, cyd);
    expect((await setPrivate(stranger, true, someOrigin())).ok).toBe(false);
    expect(await asOwner("select is_private from public.cost_models where id = $1", [id])).toEqual([
      { is_private: false },
    ]);
  });
});

describe("the sweep of a start", () => {
  it("takes links that ended over 30 days ago, and no others", async () => {
    const id = await someModel(ada);
    const share = await shareAccess(ada, id);
    for (const email of ["old@example.org", "new@example.org", "open@example.org"]) {
      await invite("member", own, email);
      await createInvitation(share, { email, role: "viewer" }, someOrigin());
    }
    for (const table of ["organisation_invitations", "share_invitations"]) {
      const end = (email: string, days: number) =>
        asOwner(
          `update public.${table} set created_at = now() - interval '60 days', revoked_at = now() - make_interval(days => $2)
           where organisation_id = $1 and email = $3`,
          [own.organisationId, days, email],
        );
      await end("old@example.org", 31);
      await end("new@example.org", 29);
    }
    await asOwner("select public.remove_old_invitations()", []);
    for (const table of ["organisation_invitations", "share_invitations"]) {
      const left = await asOwner(`select email from public.${table} where organisation_id = $1 order by 1`, [
        own.organisationId,
      ]);
      expect(left).toEqual([{ email: "new@example.org" }, { email: "open@example.org" }]);
    }
  });
});

it("a rolled-back act leaves no trace in the log", async () => {
  await addMember(own, bob, "member");
  const forged = forge(own, bob);
  expect((await removeMember(forged, confirmed(forged.user), ada.id, someOrigin())).ok).toBe(false);
  expect(await eventsOf()).toEqual([]);
});
