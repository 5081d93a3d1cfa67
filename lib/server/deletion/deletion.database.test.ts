import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { authorizeOrganisation, type OrganisationOwnAccess } from "@/lib/server/access/organisation";
import { inScope } from "@/lib/server/runtime/scope";
import { asOwner } from "@/test/database/as-owner";
import { superuserOfThisFile } from "@/test/database/superuser";
import { removedBySweep } from "@/test/database/swept";
import { confirmed, forge, newPerson, organisationOf, someDraft, someModel, someOrigin } from "@/test/people";
import { makeTenant } from "@/test/two-tenants";
import { askForAccountDeletion, withdrawAccountDeletion } from "./account-deletion";
import { askForOrganisationDeletion, withdrawOrganisationDeletion } from "./organisation-deletion";
import { pendingDeletions } from "./pending-deletions";

const superuser = superuserOfThisFile();

// Passwords of several people are hashed in each test.
vi.setConfig({ testTimeout: 30_000 });

/** Every table that holds one of these texts in any of its rows, but for counts of tries: they hold ids only, and are gone within the hour. */
async function tablesWith(...texts: string[]): Promise<string[]> {
  const { rows: tables } = await superuser.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'rate_limits' order by 1",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await superuser.query(
      `select from public."${name}" t where exists (select from unnest($1::text[]) w where t::text like '%' || w || '%')`,
      [texts],
    );
    if (rowCount) found.push(name);
  }
  return found;
}

async function ownerOf(user: Parameters<typeof organisationOf>[0]): Promise<OrganisationOwnAccess> {
  const { organisationId } = await organisationOf(user);
  const access = await authorizeOrganisation(user, organisationId, "organisation:own");
  if (access === null || access === "refused") throw new Error("not an owner");
  return access;
}

const nameOf = async (id: string) =>
  String((await asOwner("select name from public.organisations where id = $1", [id]))[0]?.name);

describe("an organisation's deletion", () => {
  it("waits for the days of grace, can be taken back, and is asked for with the name typed out", async () => {
    const { user } = await newPerson("Ada");
    const access = await ownerOf(user);
    const name = await nameOf(access.organisationId);
    expect(
      await askForOrganisationDeletion(access, confirmed(access.user), "something else", someOrigin()),
    ).toMatchObject({
      ok: false,
      faults: [{ key: "name" }],
    });
    expect(await askForOrganisationDeletion(access, confirmed(access.user), ` ${name} `, someOrigin())).toEqual({
      ok: true,
    });
    const [due] = (await pendingDeletions(user)).organisations;
    const days = (Date.parse(due?.dueAt ?? "") - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(13.9);
    expect(days).toBeLessThan(14.1);
    await removedBySweep();
    expect(await nameOf(access.organisationId)).toBe(name);

    expect(await withdrawOrganisationDeletion(access, someOrigin())).toEqual({ ok: true });
    expect((await pendingDeletions(user)).organisations).toEqual([]);
  });

  it("leaves nothing but ids in the audit log, and nothing of anyone else's goes", async () => {
    const marker = `zanzibar-${randomUUID()}`;
    const [gone, stays] = await Promise.all([makeTenant(marker), makeTenant("Stays")]);
    await asOwner(
      "update public.audit_events set detail = jsonb_build_object('email', $2::text) where organisation_id = $1",
      [gone.organisation, `${marker}@example.org`],
    );
    await asOwner("update public.organisations set deletion_due_at = now() - interval '1 second' where id = $1", [
      gone.organisation,
    ]);
    await removedBySweep();

    expect(await tablesWith(gone.organisation, gone.model)).toEqual(["audit_events"]);
    const events = await asOwner("select address, detail from public.audit_events where organisation_id = $1", [
      gone.organisation,
    ]);
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) expect(event).toEqual({ address: "", detail: {} });
    // The person is still there; of the organisation only their own name and address speak.
    expect(await tablesWith(marker)).toEqual(["users"]);
    expect(await tablesWith(stays.model)).toContain("cost_models");
  });

  it("is for owners only, also where the proof was forged", async () => {
    const [{ user: ada }, { user: eve }] = await Promise.all([newPerson("Ada"), newPerson("Eve")]);
    const access = await ownerOf(ada);
    const name = await nameOf(access.organisationId);
    await asOwner("insert into public.memberships (organisation_id, user_id, role) values ($1, $2, 'admin')", [
      access.organisationId,
      eve.id,
    ]);
    expect(await authorizeOrganisation(eve, access.organisationId, "organisation:own")).toBe("refused");
    const forged = forge(access, eve);
    await expect(askForOrganisationDeletion(forged, confirmed(forged.user), name, someOrigin())).rejects.toThrow(
      /42501|only an owner/,
    );
    expect((await pendingDeletions(ada)).organisations).toEqual([]);
  });
});

describe("an account's deletion", () => {
  const due = (id: string) =>
    asOwner("update public.users set deletion_due_at = now() - interval '1 second' where id = $1", [id]);

  it("is asked for with the address typed out, and can be taken back", async () => {
    const { user } = await newPerson("Ada");
    expect(await askForAccountDeletion(confirmed(user), "x")).toMatchObject({ ok: false, faults: [{ key: "email" }] });
    expect(await askForAccountDeletion(confirmed(user), ` ${user.email.toUpperCase()} `)).toEqual({ ok: true });
    expect((await pendingDeletions(user)).account).not.toBeNull();
    await withdrawAccountDeletion(user);
    expect((await pendingDeletions(user)).account).toBeNull();
  });

  it("waits until another person owns what others depend on", async () => {
    const [{ user: ada }, { user: bob }] = await Promise.all([newPerson("Ada"), newPerson("Bob")]);
    const { organisationId } = await organisationOf(ada);
    await asOwner("insert into public.memberships (organisation_id, user_id, role) values ($1, $2, 'member')", [
      organisationId,
      bob.id,
    ]);
    expect(await askForAccountDeletion(confirmed(ada), ada.email)).toMatchObject({
      ok: false,
      faults: [{ key: "form" }],
    });
    expect(await askForAccountDeletion(confirmed(bob), bob.email)).toEqual({ ok: true });
  });

  it("leaves no name and no address anywhere, and what was made for others without a name", async () => {
    const [{ user: ada }, { user: bob }] = await Promise.all([
      newPerson(`Quagga${randomUUID().slice(0, 8)}`),
      newPerson("Bob"),
    ]);
    const shared = await organisationOf(bob);
    await asOwner("insert into public.memberships (organisation_id, user_id, role) values ($1, $2, 'admin')", [
      shared.organisationId,
      ada.id,
    ]);
    const inBobs = forge(shared, ada);
    const { createModel } = await import("@/lib/server/models/create-model");
    const made = await createModel(inBobs, { ...someDraft, name: "Made for Bob" }, null, someOrigin());
    if (!made.ok) throw new Error("no model");
    await someModel(ada);
    const own = await organisationOf(ada);
    await inScope(shared.scope, (tx) =>
      tx.shareInvitation.create({
        data: {
          organisationId: shared.organisationId,
          modelId: made.id,
          email: ada.email,
          role: "viewer",
          tokenHash: new Uint8Array(32).fill(Math.floor(Math.random() * 256)),
          createdById: bob.id,
          expiresAt: new Date(Date.now() + 86_400_000),
        },
        select: { id: true },
      }),
    );
    await asOwner(
      "insert into public.audit_events (organisation_id, actor_id, action, subject_type, subject_id, address, detail) values ($1, $2, 'invitation.created', 'invitation', 'x', '192.0.2.1', $3)",
      [shared.organisationId, bob.id, JSON.stringify({ email: ada.email, role: "viewer" })],
    );
    await due(ada.id);
    await removedBySweep();

    expect(await tablesWith(ada.email, ada.name)).toEqual([]);
    expect(await tablesWith(ada.id)).toEqual(["audit_events"]);
    expect(await tablesWith(own.organisationId)).toEqual(["audit_events"]);
    const [model] = await asOwner("select name, creator_id from public.cost_models where id = $1", [made.id]);
    expect(model).toEqual({ name: "Made for Bob", creator_id: null });
    const addresses = await asOwner("select distinct address from public.audit_events where actor_id = $1", [ada.id]);
    expect(addresses).toEqual([{ address: "" }]);
  });

  it("leaves an organisation with an owner, though the last of them goes", async () => {
    const [{ user: ada }, { user: bob }, { user: kim }] = await Promise.all([
      newPerson("Ada"),
      newPerson("Bob"),
      newPerson("Kim"),
    ]);
    const { organisationId } = await organisationOf(ada);
    for (const [user, role] of [
      [bob, "member"],
      [kim, "admin"],
    ] as const) {
      await asOwner(`insert into public.memberships (organisation_id, user_id, role) values ($1, $2, '${role}')`, [
        organisationId,
        user.id,
      ]);
    }
    await due(ada.id);
    await removedBySweep();
    const roles = await asOwner("select user_id, role::text from public.memberships where organisation_id = $1", [
      organisationId,
    ]);
    expect(roles).toHaveLength(2);
    expect(roles).toContainEqual({ user_id: kim.id, role: "owner" });
    expect(roles).toContainEqual({ user_id: bob.id, role: "member" });
  });
});

describe("the audit log", () => {
  it("forgets what is older than a year", async () => {
    const { organisation } = await makeTenant("Old");
    await asOwner("update public.audit_events set at = now() - interval '366 days' where organisation_id = $1", [
      organisation,
    ]);
    await removedBySweep();
    expect(await asOwner("select id from public.audit_events where organisation_id = $1", [organisation])).toEqual([]);
  });
});
