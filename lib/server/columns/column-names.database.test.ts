import { beforeAll, describe, expect, it } from "vitest";
import { readAuditListing } from "@/lib/schemas/audit/audit-listing";
import { authorizeModel, type EditAccess, type ShareAccess, type ViewAccess } from "@/lib/server/access/model";
import { authorizeOrganisation, type OrganisationManageAccess } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { listEvents } from "@/lib/server/audit/list-events";
import { inScope } from "@/lib/server/runtime/scope";
import { acceptInvitation } from "@/lib/server/sharing/accept-invitation";
import { createInvitation } from "@/lib/server/sharing/create-invitation";
import { addMember, editAccessTo, forge, newPerson, organisationOf, someModel, someOrigin } from "@/test/people";
import { loadColumnNames, namedColumnsSchema, rememberColumns } from "./column-names";
import { forgetColumns, listColumnNames } from "./forget-columns";

let owner: ShareAccess;
let guest: EditAccess;
let colleague: AuthenticatedUser;
let mallory: AuthenticatedUser;

const said = (...columns: { name: string; key: string | null }[]) => ({ table: "register" as const, columns });
const remember = (access: EditAccess, ...columns: { name: string; key: string | null }[]) =>
  rememberColumns(access, said(...columns), someOrigin());
const ofRegister = async (access: ViewAccess) => (await loadColumnNames(access)).register;

beforeAll(async () => {
  const [alice, bob, carol, attacker] = await Promise.all(
    ["Alice", "Bob", "Carol", "Mallory"].map(async (name) => (await newPerson(name)).user),
  );
  if (!alice || !bob || !carol || !attacker) throw new Error("four people");
  owner = (await authorizeModel(alice, await someModel(alice), "share")) as ShareAccess;
  colleague = bob;
  mallory = attacker;
  await addMember(await organisationOf(alice), bob, "admin");
  const invitation = await createInvitation(owner, { email: "carol@example.org", role: "editor" }, someOrigin());
  if (!invitation.ok) throw new Error("no invitation");
  await acceptInvitation(carol, invitation.link.slice(-43), someOrigin());
  guest = await editAccessTo(carol, owner.modelId);
});

describe("the names of columns", () => {
  it("are those of the organisation: what one says of them holds for its other models and people", async () => {
    expect(await ofRegister(owner)).toEqual([]);
    const outcome = await remember(owner, { name: "Kerne (Stück)", key: "cores" }, { name: "Raum", key: null });
    expect(outcome).toEqual({ ok: true });
    const theirs = await editAccessTo(colleague, await someModel(colleague));
    expect(theirs.organisationId).not.toBe(owner.organisationId);
    expect(await ofRegister(theirs)).toEqual([]);
    const other = await authorizeModel(colleague, owner.modelId, "edit");
    if (other === null || other === "refused") throw new Error("a colleague edits");
    expect(await ofRegister(other)).toEqual([
      ["kerne", "cores"],
      ["raum", null],
    ]);
    await remember(other, { name: "RAUM", key: "note" });
    expect(await ofRegister(owner)).toContainEqual(["raum", "note"]);
    expect((await loadColumnNames(owner)).staffLines).toEqual([]);
  });

  it("are neither shown to nor changed by those with whom a model is shared", async () => {
    expect(await ofRegister(guest)).toEqual([]);
    expect(await remember(guest, { name: "Kerne", key: "watts" })).toMatchObject({ ok: false });
    expect(await ofRegister(owner)).toContainEqual(["kerne", "cores"]);
  });

  it("stay out of reach where a proof is forged, and still are the owner's", async () => {
    const forged = forge(owner, mallory) as unknown as EditAccess;
    expect(await ofRegister(forged)).toEqual([]);
    expect(await remember(forged, { name: "Kerne", key: "watts" })).toMatchObject({ ok: false });
    const data = {
      organisationId: owner.organisationId,
      rowTable: "register",
      name: "x",
      key: "watts",
      changedById: mallory.id,
    };
    await expect(inScope({ user: mallory.id }, (tx) => tx.columnName.createMany({ data }))).rejects.toThrow();
    const where = { organisationId: owner.organisationId };
    await inScope({ user: mallory.id }, async (tx) =>
      expect((await tx.columnName.updateMany({ where, data: { key: "watts" } })).count).toBe(0),
    );
    expect(await ofRegister(owner)).toHaveLength(2);
  });

  it("are listed to members with who said them, and forgotten by those who run the organisation alone", async () => {
    const access = async (user: AuthenticatedUser, need: "organisation:view" | "organisation:manage") => {
      const proof = await authorizeOrganisation(user, owner.organisationId, need);
      if (proof === null || proof === "refused") throw new Error(`${user.name} may not`);
      return proof;
    };
    const [viewed, managed] = [
      await access(colleague, "organisation:view"),
      await access(colleague, "organisation:manage"),
    ];
    const at = expect.stringMatching(/^20\d\d-/);
    expect(await listColumnNames(viewed)).toEqual([
      {
        table: "register",
        columns: [
          { name: "kerne", key: "cores", changedAt: at, changedBy: "Alice" },
          { name: "raum", key: "note", changedAt: at, changedBy: "Bob" },
        ],
      },
    ]);
    const manage = managed as OrganisationManageAccess;
    const forget = (by: OrganisationManageAccess, ...names: string[]) =>
      forgetColumns(by, { table: "register", names }, someOrigin());
    const { user: member } = await newPerson("Max");
    await addMember(viewed, member, "member");
    expect(await authorizeOrganisation(member, owner.organisationId, "organisation:manage")).toBe("refused");
    for (const user of [member, mallory])
      expect(await forget(forge(manage, user), "kerne").catch(() => ({ ok: false }))).toMatchObject({ ok: false });
    expect(await listColumnNames(forge(viewed, mallory))).toEqual([]);
    expect(await ofRegister(owner)).toHaveLength(2);
    expect(await forget(manage, "raum", "nothing")).toEqual({ ok: true });
    expect(await ofRegister(owner)).toEqual([["kerne", "cores"]]);
    expect(await forget(manage, "raum")).toMatchObject({ ok: false });
    const { events } = await listEvents(manage, readAuditListing({}));
    expect(events.find(({ action }) => action === "organisation.columns-forgotten")).toMatchObject({
      actor: "Bob",
      detail: { table: "register", columns: 1 },
    });
  });

  it("are no one's in another's name", async () => {
    const data = { organisationId: owner.organisationId, rowTable: "register", name: "x", key: "watts" };
    const inTheirName = { ...data, changedById: mallory.id };
    await expect(inScope(owner.scope, (tx) => tx.columnName.createMany({ data: inTheirName }))).rejects.toThrow();
  });

  it("are changed so often within a minute, and no more", async () => {
    const { user } = await newPerson("Script");
    const access = await editAccessTo(user, await someModel(user));
    const outcomes: boolean[] = [];
    for (let turn = 0; turn < 61; turn++)
      outcomes.push((await remember(access, { name: "Kerne", key: turn % 2 === 0 ? "cores" : "watts" })).ok);
    expect(outcomes.indexOf(false)).toBe(60);
  });

  it("are of columns that there are", () => {
    expect(namedColumnsSchema.safeParse(said({ name: "Kerne", key: "cores" })).success).toBe(true);
    expect(namedColumnsSchema.safeParse(said({ name: "Kerne", key: "__proto__" })).success).toBe(false);
    const ofStaff = { table: "staffLines", columns: [{ name: "Kerne", key: "cores" }] };
    expect(namedColumnsSchema.safeParse(ofStaff).success).toBe(false);
  });
});
