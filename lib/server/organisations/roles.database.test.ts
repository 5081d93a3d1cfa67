import { beforeAll, describe, expect, it } from "vitest";
import { type OrganisationRole, organisationRoles } from "@/lib/organisations/roles";
import { authorizeOrganisation, type OrganisationOwnAccess } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import type { OrganisationNeed } from "@/lib/server/access/roles";
import { asOwner } from "@/test/database/as-owner";
import { addMember, altered, confirmed, forge, newPerson, organisationOf, someEmail, someOrigin } from "@/test/people";
import { changeMemberRole, leaveOrganisation, removeMember } from "./change-membership";
import { inviteMember, revokeMemberInvitation } from "./invite-member";
import { listMembers } from "./list-members";
import { renameOrganisation } from "./rename-organisation";

// Who may do what in an organisation, written down by hand and asked of the code and of the database. Each act is called with a
// proof that says "owner" for every caller, as a fault in the code above would bring about: what refuses then is the database.
// The owner of the organisation that acts are done to is Ada; there is a second owner, so that nobody is the last.

type Actor = OrganisationRole | "outsider";
const actors: Actor[] = ["owner", "admin", "member", "outsider"];

let people: Record<Actor, AuthenticatedUser>;
let organisationId: string;
let ada: OrganisationOwnAccess;

/** What a fault in the code would hand on: this person, proven to own. */
const forged = (actor: Actor): OrganisationOwnAccess => forge(ada, people[actor]);

/** What the code hands on where it is right; null where it gives no proof. */
async function proven(actor: Actor, need: OrganisationNeed) {
  const access = await authorizeOrganisation(people[actor], organisationId, need);
  return access === null || access === "refused" ? null : (access as OrganisationOwnAccess);
}

/** Whether the act was done; a refusal in words and one by the database both count as not. */
async function did(act: () => Promise<{ ok: boolean }>): Promise<boolean> {
  return act().then(
    ({ ok }) => ok,
    (error: unknown) => {
      const text = JSON.stringify(error, Object.getOwnPropertyNames(error));
      if (!text.includes("42501")) throw error;
      return false;
    },
  );
}

/** Someone new in this role, to do something to. */
async function target(role: OrganisationRole): Promise<AuthenticatedUser> {
  const { user } = await newPerson("Target");
  await addMember(ada, user, role);
  return user;
}

const rolesNow = async (id: string) =>
  (
    await asOwner("select role::text from public.memberships where organisation_id = $1 and user_id = $2", [
      organisationId,
      id,
    ])
  ).map(({ role }) => role);

beforeAll(async () => {
  const [owner, admin, member, outsider, founder] = (
    await Promise.all(["Olga", "Adam", "Mia", "Otto", "Ada"].map((name) => newPerson(name)))
  ).map(({ user }) => user) as [
    AuthenticatedUser,
    AuthenticatedUser,
    AuthenticatedUser,
    AuthenticatedUser,
    AuthenticatedUser,
  ];
  people = { owner, admin, member, outsider };
  ada = (await organisationOf(founder)) as OrganisationOwnAccess;
  organisationId = ada.organisationId;
  for (const role of organisationRoles) await addMember(ada, people[role], role);
});

describe("a proof", () => {
  const allowed: Record<OrganisationNeed, Actor[]> = {
    "organisation:view": ["owner", "admin", "member"],
    "organisation:manage": ["owner", "admin"],
    "organisation:own": ["owner"],
  };
  it.each(Object.keys(allowed) as OrganisationNeed[])("of %s is given to whom it is meant for", async (need) => {
    const given = await Promise.all(actors.map(async (actor) => [actor, (await proven(actor, need)) !== null]));
    expect(given).toEqual(actors.map((actor) => [actor, allowed[need].includes(actor)]));
    expect(await authorizeOrganisation(people.outsider, organisationId, need)).toBeNull();
    expect(await authorizeOrganisation(people.outsider, crypto.randomUUID(), need)).toBeNull();
    expect(await authorizeOrganisation(people.outsider, "' or true --", need)).toBeNull();
  });
});

describe("even with a forged proof", () => {
  it("only owners and admins rename", async () => {
    const done = await Promise.all(
      actors.map(async (actor) => [actor, await did(() => renameOrganisation(forged(actor), "Renamed", someOrigin()))]),
    );
    expect(done).toEqual([
      ["owner", true],
      ["admin", true],
      ["member", false],
      ["outsider", false],
    ]);
  });

  // Who may make someone what, by a link.
  const mayInvite: Record<Actor, OrganisationRole[]> = {
    owner: ["owner", "admin", "member"],
    admin: ["admin", "member"],
    member: [],
    outsider: [],
  };
  it.each(actors)("%s invites as far as their role goes, and revokes as far", async (actor) => {
    for (const role of organisationRoles) {
      const invite = () =>
        inviteMember(forged(actor), confirmed(forged(actor).user), { email: someEmail(), role }, someOrigin());
      expect(await did(invite), `invites ${role}`).toBe(mayInvite[actor].includes(role));
      const email = someEmail();
      expect((await inviteMember(ada, confirmed(ada.user), { email, role }, someOrigin())).ok).toBe(true);
      const id = (await listMembers(ada))?.invitations.rows.find((invitation) => invitation.email === email)?.id ?? "";
      const revoke = () => revokeMemberInvitation(forged(actor), id, someOrigin());
      expect(await did(revoke), `revokes ${role}`).toBe(mayInvite[actor].includes(role));
    }
  });

  // From which role to which: "admin>member" is to make an admin a member.
  const mayChange: Record<Actor, string[]> = {
    owner: ["owner>admin", "owner>member", "admin>owner", "admin>member", "member>owner", "member>admin"],
    admin: ["admin>member", "member>admin"],
    member: [],
    outsider: [],
  };
  it.each(actors)(
    "%s changes the roles that are theirs to change",
    async (actor) => {
      for (const from of organisationRoles) {
        for (const to of organisationRoles.filter((role) => role !== from)) {
          const { id } = await target(from);
          const may = mayChange[actor].includes(`${from}>${to}`);
          expect(
            await did(() => changeMemberRole(forged(actor), confirmed(forged(actor).user), id, to, someOrigin())),
            `${from}>${to}`,
          ).toBe(may);
          expect(await rolesNow(id)).toEqual([may ? to : from]);
        }
      }
    },
    20_000,
  );

  const mayRemove: Record<Actor, OrganisationRole[]> = {
    owner: ["owner", "admin", "member"],
    admin: ["admin", "member"],
    member: [],
    outsider: [],
  };
  it.each(actors)(
    "%s removes whom they may",
    async (actor) => {
      for (const role of organisationRoles) {
        const { id } = await target(role);
        const may = mayRemove[actor].includes(role);
        expect(
          await did(() => removeMember(forged(actor), confirmed(forged(actor).user), id, someOrigin())),
          role,
        ).toBe(may);
        expect(await rolesNow(id)).toEqual(may ? [] : [role]);
      }
    },
    20_000,
  );

  it("nobody raises themselves", async () => {
    for (const actor of ["admin", "member"] as const) {
      for (const to of organisationRoles.filter(
        (role) => organisationRoles.indexOf(role) < organisationRoles.indexOf(actor),
      )) {
        expect(
          await did(() =>
            changeMemberRole(forged(actor), confirmed(forged(actor).user), people[actor].id, to, someOrigin()),
          ),
          to,
        ).toBe(false);
      }
      expect(await rolesNow(people[actor].id)).toEqual([actor]);
    }
  });

  it("members see who belongs to it and no links; outsiders see nothing", async () => {
    const seen = await Promise.all(
      actors.map(async (actor) => {
        const members = await listMembers(altered(forged(actor), { role: actor === "outsider" ? "owner" : actor }));
        return [
          actor,
          members && { people: members.people.rows.length > 3, links: members.invitations.rows.length > 0 },
        ];
      }),
    );
    expect(seen).toEqual([
      ["owner", { people: true, links: true }],
      ["admin", { people: true, links: true }],
      ["member", { people: true, links: false }],
      ["outsider", null],
    ]);
  });

  it("everybody who belongs to it leaves, and only they", async () => {
    for (const role of organisationRoles) {
      const user = await target(role);
      const access = forge(ada, user, { role });
      expect(await did(() => leaveOrganisation(access, confirmed(access.user), someOrigin())), role).toBe(true);
      expect(await rolesNow(user.id)).toEqual([]);
    }
    expect(
      await did(() => leaveOrganisation(forged("outsider"), confirmed(forged("outsider").user), someOrigin())),
    ).toBe(false);
  });
});
