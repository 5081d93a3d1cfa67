import { randomBytes } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptShareInvitation } from "@/lib/server/access/invitations";
import { changeMembershipRole, removeMembership } from "@/lib/server/organisations/sql";
import { inScope, type Scope } from "@/lib/server/runtime/scope";
import { databaseUrls } from "@/test/database/database-urls";
import { superuserOfThisFile } from "@/test/database/superuser";
import {
  commentOf,
  decisionOf,
  figureOf,
  linkOf,
  makeTenant,
  revisionOf,
  scenarioOf,
  sha256,
  startMonth,
  type Tenant,
} from "@/test/two-tenants";

// The attacker has an organisation of their own, the victim another. Nothing in these queries has a `where` that names
// the attacker: what is not seen is kept back by the database alone.
let attacker: Tenant;
let victim: Tenant;
/** Holds a share, so that the victim has one to lose. */
let guest: Tenant;
const superuser = superuserOfThisFile();

beforeAll(async () => {
  [attacker, victim, guest] = await Promise.all([makeTenant("Mallory"), makeTenant("Alice"), makeTenant("Bob")]);
  await inScope({ user: guest.user }, (tx) => acceptShareInvitation(tx, sha256(victim.invitationToken)));
  await superuser.query(
    "insert into password_resets (token_hash, user_id, expires_at) values ($1, $2, now() + interval '1 day')",
    [randomBytes(32), victim.user],
  );
  for (const statement of [
    "insert into identities (user_id, issuer, subject) values ($2, 'https://issuer.example', encode($1::bytea, 'hex'))",
    `insert into mail_links (token_hash, user_id, purpose, email, expires_at)
     values ($1, $2, 'change_address', 'new@example.org', now() + interval '1 hour')`,
    "insert into second_factors (user_id, secret) values ($2, $1::bytea || substring($1::bytea for 16))",
    "insert into recovery_codes (code_hash, user_id) values ($1, $2)",
    `insert into sign_in_steps (token_hash, user_id, way, expires_at)
     values ($1, $2, 'password', now() + interval '10 minutes')`,
  ]) {
    await superuser.query(statement, [randomBytes(32), victim.user]);
  }
});

/** Prisma's list of migrations, which the application's role may not read, counts of tries and the installation's keys, which name nobody. */
const belongToNobody = ["_prisma_migrations", "rate_limits", "signing_keys"];

/** All other tables, as the catalogue has them. */
async function tenantTables(): Promise<{ name: string; enabled: boolean; forced: boolean; policies: number }[]> {
  const { rows } = await superuser.query(
    `
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
           (select count(*)::int from pg_policy p where p.polrelid = c.oid
              and p.polroles @> array['peerbalance_app'::regrole::oid]) as policies
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ($1)
    order by 1`,
    [belongToNobody],
  );
  return rows;
}

/** The column of each table that says whose a row is. A new table must be added here, with a row of the victim's. */
const belongsBy: Record<string, { column: string; of: () => string }> = {
  users: { column: "id", of: () => victim.user },
  sessions: { column: "user_id", of: () => victim.user },
  password_resets: { column: "user_id", of: () => victim.user },
  identities: { column: "user_id", of: () => victim.user },
  mail_links: { column: "user_id", of: () => victim.user },
  second_factors: { column: "user_id", of: () => victim.user },
  recovery_codes: { column: "user_id", of: () => victim.user },
  sign_in_steps: { column: "user_id", of: () => victim.user },
  organisations: { column: "id", of: () => victim.organisation },
  memberships: { column: "organisation_id", of: () => victim.organisation },
  cost_models: { column: "organisation_id", of: () => victim.organisation },
  revisions: { column: "organisation_id", of: () => victim.organisation },
  shares: { column: "organisation_id", of: () => victim.organisation },
  scenarios: { column: "organisation_id", of: () => victim.organisation },
  column_names: { column: "organisation_id", of: () => victim.organisation },
  decision_criteria: { column: "organisation_id", of: () => victim.organisation },
  decision_weights: { column: "organisation_id", of: () => victim.organisation },
  share_invitations: { column: "organisation_id", of: () => victim.organisation },
  organisation_invitations: { column: "organisation_id", of: () => victim.organisation },
  api_tokens: { column: "organisation_id", of: () => victim.organisation },
  api_creations: { column: "organisation_id", of: () => victim.organisation },
  comments: { column: "organisation_id", of: () => victim.organisation },
  // The guest who took the victim's link gave rise to one.
  notices: { column: "user_id", of: () => victim.user },
  audit_events: { column: "organisation_id", of: () => victim.organisation },
  share_links: { column: "organisation_id", of: () => victim.organisation },
  presences: { column: "organisation_id", of: () => victim.organisation },
  decisions: { column: "organisation_id", of: () => victim.organisation },
  organisation_figures: { column: "organisation_id", of: () => victim.organisation },
  organisation_figure_revisions: { column: "organisation_id", of: () => victim.organisation },
  decision_approvals: { column: "organisation_id", of: () => victim.organisation },
  decision_links: { column: "organisation_id", of: () => victim.organisation },
};

const scopesOfTheAttacker = (): Record<string, Scope> => ({
  "of a person": { user: attacker.user },
  "of their organisation": { user: attacker.user, organisation: attacker.organisation },
  "of their model": { user: attacker.user, organisation: attacker.organisation, model: attacker.model },
  "of the victim's organisation, forged": { user: attacker.user, organisation: victim.organisation },
  "of the victim's model, forged": { user: attacker.user, organisation: victim.organisation, model: victim.model },
});

/** Owners of all rows that a query without any `where` sees. */
async function seen(scope: Scope, table: string, column: string): Promise<string[]> {
  const rows = await inScope(scope, (tx) =>
    tx.$queryRawUnsafe<{ owner: string }[]>(`select ${column}::text as owner from ${table}`),
  );
  return rows.map((row) => row.owner);
}

describe("every table of the catalogue", () => {
  it("is known to this test and closed by forced row-level security", async () => {
    const tables = await tenantTables();
    expect(tables.map((table) => table.name).sort()).toEqual(Object.keys(belongsBy).sort());
    for (const table of tables) {
      expect(table, table.name).toMatchObject({ enabled: true, forced: true });
      expect(table.policies, `${table.name} has a policy for the application's role`).toBeGreaterThan(0);
    }
  });

  it("holds a row of the victim's, so that not seeing it means something", async () => {
    for (const [table, { column, of }] of Object.entries(belongsBy)) {
      const { rowCount } = await superuser.query(`select from ${table} where ${column} = $1`, [of()]);
      expect(rowCount, table).toBeGreaterThan(0);
    }
  });

  it("shows the attacker nothing of the victim's with the `where` dropped, in any scope", async () => {
    for (const [name, scope] of Object.entries(scopesOfTheAttacker())) {
      for (const [table, { column, of }] of Object.entries(belongsBy)) {
        expect(await seen(scope, table, column), `${table} in the scope ${name}`).not.toContain(of());
      }
    }
  });

  it("still shows the victim their own", async () => {
    const scope = { user: victim.user, organisation: victim.organisation };
    for (const [table, { column, of }] of Object.entries(belongsBy)) {
      expect(await seen(scope, table, column), table).toContain(of());
    }
  });

  it("shows the application's role nothing at all outside a scope", async () => {
    const client = new pg.Client({ connectionString: databaseUrls().applicationUrl });
    await client.connect();
    for (const [table, { column }] of Object.entries(belongsBy)) {
      const { rowCount } = await client.query(`select ${column} from ${table}`);
      expect(rowCount, table).toBe(0);
    }
    await client.end();
  });

  it("shows its owner nothing either, for the security is forced", async () => {
    const client = new pg.Client({ connectionString: databaseUrls().ownerUrl });
    await client.connect();
    for (const table of Object.keys(belongsBy)) {
      expect((await client.query(`select from ${table}`)).rowCount, table).toBe(0);
    }
    await client.end();
  });

  it("changes and removes nothing of the victim's in the attacker's scopes", async () => {
    const count = async () => {
      const sums: Record<string, unknown> = {};
      for (const [table, { column, of }] of Object.entries(belongsBy)) {
        const text = `select count(*)::int as n, md5(string_agg(t::text, '' order by t::text)) as sum
                      from ${table} t where ${column} = $1`;
        sums[table] = (await superuser.query(text, [of()])).rows[0];
      }
      return sums;
    };
    const before = await count();
    for (const scope of Object.values(scopesOfTheAttacker())) {
      for (const [table, { column }] of Object.entries(belongsBy)) {
        for (const statement of [
          `delete from ${table}`,
          `update ${table} set ${column} = ${column}`,
          ...updates(table),
        ]) {
          // Refused for want of a grant, or no row met: either will do; what counts is that nothing changed.
          await inScope(scope, (tx) => tx.$executeRawUnsafe(statement)).catch(refusal);
        }
      }
    }
    const after = await count();
    expect(after).toEqual(before);
  }, 30_000);
});

function updates(table: string): string[] {
  const changes: Record<string, string> = {
    users: "name = 'x'",
    sessions: "ended_at = now()",
    organisations: "name = 'x'",
    cost_models: "is_private = true",
    shares: "role = 'editor'",
    share_invitations: "revoked_at = now()",
    organisation_invitations: "revoked_at = now()",
    memberships: "role = 'owner'",
    api_tokens: "revoked_at = now()",
    mail_links: "used_at = now()",
    second_factors: "confirmed_at = now(), last_step = 1",
    recovery_codes: "used_at = now()",
    scenarios: "name = 'x', revision = revision + 1",
    comments: "resolved_at = now(), resolved_by_id = scope_user()",
    notices: "read_at = now()",
    share_links: "revoked_at = now()",
    revisions: "note = 'x'",
    presences: "seen_at = now()",
    decision_approvals: "answer = 'approved', answered_at = now(), signed_in_by = 'password', digest = repeat('0', 64)",
    decision_links: "revoked_at = now()",
    column_names: "key = 'x', changed_by_id = scope_user()",
    organisation_figures: "content = null, revision = revision + 1, changed_by_id = scope_user()",
  };
  return changes[table] ? [`update ${table} set ${changes[table]}`] : [];
}

/** PostgreSQL's "permission denied" is what is expected; anything else is a fault of the test. */
function refusal(error: unknown): "refused" {
  const text = JSON.stringify(error, Object.getOwnPropertyNames(error));
  if (!text.includes("42501")) throw error;
  return "refused";
}

describe("a write across tenants is refused", () => {
  const inEveryScope = async (write: (tx: Parameters<Parameters<typeof inScope>[1]>[0]) => Promise<unknown>) => {
    for (const [name, scope] of Object.entries(scopesOfTheAttacker())) {
      expect(await inScope(scope, write).catch(refusal), name).toBe("refused");
    }
  };

  it("a model in the victim's organisation", () =>
    inEveryScope((tx) =>
      tx.costModel.createMany({
        data: { organisationId: victim.organisation, creatorId: attacker.user, name: "x", startMonth, modelVersion: 1 },
      }),
    ));
  it("a revision of the victim's model", () =>
    inEveryScope((tx) =>
      tx.revision.createMany({ data: { ...revisionOf(victim.organisation, victim.model, attacker.user), number: 2 } }),
    ));
  it("presence on the victim's model", () =>
    inEveryScope((tx) =>
      tx.presence.createMany({
        data: {
          organisationId: victim.organisation,
          modelId: victim.model,
          userId: attacker.user,
          name: "Mallory",
        },
      }),
    ));
  it("a scenario of the victim's model", () =>
    inEveryScope((tx) =>
      tx.scenario.createMany({ data: { ...scenarioOf(victim.organisation, victim.model, attacker.user), name: "x" } }),
    ));
  it("a comment on the victim's model, in one's own name and in the victim's", async () => {
    const comment = commentOf(victim.organisation, victim.model, attacker.user);
    await inEveryScope((tx) => tx.comment.createMany({ data: { ...comment, subject: "model" } }));
    await inEveryScope((tx) =>
      tx.comment.createMany({ data: { ...comment, subject: "model", authorId: victim.user } }),
    );
    const own = commentOf(attacker.organisation, attacker.model, victim.user);
    await inEveryScope((tx) => tx.comment.createMany({ data: { ...own, subject: "model" } }));
  });
  it("a notice, to anyone", async () => {
    const notice = {
      kind: "shared",
      role: "viewer",
      organisationId: victim.organisation,
      modelId: victim.model,
    } as const;
    await inEveryScope((tx) => tx.notice.createMany({ data: { ...notice, userId: victim.user } }));
    await inEveryScope((tx) => tx.notice.createMany({ data: { ...notice, userId: attacker.user } }));
  });
  it("a share of the victim's model, given to oneself", () =>
    inEveryScope((tx) =>
      tx.share.createMany({
        data: {
          organisationId: victim.organisation,
          modelId: victim.model,
          userId: attacker.user,
          role: "editor",
          givenById: attacker.user,
        },
      }),
    ));
  it("an invitation to the victim's model", () =>
    inEveryScope((tx) =>
      tx.shareInvitation.createMany({
        data: {
          organisationId: victim.organisation,
          modelId: victim.model,
          email: "x@example.org",
          role: "editor",
          tokenHash: new Uint8Array(randomBytes(32)),
          createdById: attacker.user,
          expiresAt: new Date(Date.now() + 1000),
        },
      }),
    ));
  it("a read-only link to the victim's model", () =>
    inEveryScope((tx) => tx.shareLink.createMany({ data: linkOf(victim.organisation, victim.model, attacker.user) })));
  it("a decision on the victim's model, an approver of the victim's, and a link to its record", async () => {
    await inEveryScope(async (tx) =>
      tx.decision.createMany({
        data: { ...(await decisionOf(tx, victim.organisation, victim.model, attacker.user)), number: 2 },
      }),
    );
    const { rows } = await superuser.query("select id from decisions where organisation_id = $1", [
      victim.organisation,
    ]);
    const of = { organisationId: victim.organisation, modelId: victim.model, decisionId: rows[0].id };
    await inEveryScope((tx) => tx.decisionApproval.createMany({ data: { ...of, userId: attacker.user, name: "x" } }));
    await inEveryScope((tx) =>
      tx.decisionLink.createMany({
        data: {
          ...of,
          tokenHash: new Uint8Array(randomBytes(32)),
          createdById: attacker.user,
          expiresAt: new Date(Date.now() + 1000),
        },
      }),
    );
  });
  it("a figure of the victim's organisation, and a revision of one", async () => {
    await inEveryScope((tx) =>
      tx.organisationFigure.createMany({ data: figureOf(victim.organisation, attacker.user) }),
    );
    const { rows } = await superuser.query("select id from organisation_figures where organisation_id = $1", [
      victim.organisation,
    ]);
    const revision = { organisationId: victim.organisation, figureId: rows[0].id, number: 2, createdAt: new Date() };
    await inEveryScope((tx) => tx.organisationFigureRevision.createMany({ data: revision }));
  });
  it("an event in the victim's audit log, and one in another person's name in one's own", async () => {
    const event = { action: "x", subjectType: "x", subjectId: "x", address: "x" };
    await inEveryScope((tx) =>
      tx.auditEvent.createMany({ data: { ...event, organisationId: victim.organisation, actorId: attacker.user } }),
    );
    await inEveryScope((tx) =>
      tx.auditEvent.createMany({ data: { ...event, organisationId: attacker.organisation, actorId: victim.user } }),
    );
  });
  it("a session in the victim's name", () =>
    inEveryScope((tx) =>
      tx.session.createMany({
        data: { tokenHash: new Uint8Array(randomBytes(32)), userId: victim.user, address: "x", agent: "x" },
      }),
    ));
  it("an authenticator, a recovery code, a mailed link, a second step or an identity in the victim's name", async () => {
    const userId = victim.user;
    const tokenHash = new Uint8Array(randomBytes(32));
    const expiresAt = new Date(Date.now() + 1000);
    await inEveryScope((tx) =>
      tx.secondFactor.createMany({ data: { userId, secret: new Uint8Array(randomBytes(48)) } }),
    );
    await inEveryScope((tx) => tx.recoveryCode.createMany({ data: { userId, codeHash: tokenHash } }));
    await inEveryScope((tx) =>
      tx.mailLink.createMany({
        data: { userId, tokenHash, purpose: "change_address", email: "mallory@example.org", expiresAt },
      }),
    );
    await inEveryScope((tx) => tx.signInStep.createMany({ data: { userId, tokenHash, way: "mail", expiresAt } }));
    await inEveryScope((tx) =>
      tx.identity.createMany({ data: { userId: attacker.user, issuer: "https://issuer.example", subject: "x" } }),
    );
  });
  it("a link that signs in, in one's own name: only the address's mailbox gets one", () =>
    inEveryScope((tx) =>
      tx.mailLink.createMany({
        data: {
          userId: attacker.user,
          tokenHash: new Uint8Array(randomBytes(32)),
          purpose: "sign_in",
          email: victim.email,
          expiresAt: new Date(Date.now() + 1000),
        },
      }),
    ));
  it("a membership of the victim's organisation, an account, an organisation", async () => {
    await inEveryScope((tx) =>
      tx.membership.createMany({
        data: { organisationId: victim.organisation, userId: attacker.user, role: "owner" },
      }),
    );
    await inEveryScope((tx) => tx.organisation.createMany({ data: { name: "x" } }));
    await inEveryScope((tx) => tx.user.createMany({ data: { email: "x@example.org", name: "x", passwordHash: "x" } }));
  });
  it("a link into the victim's organisation", () =>
    inEveryScope((tx) =>
      tx.organisationInvitation.create({
        data: {
          organisationId: victim.organisation,
          email: "x@example.org",
          role: "owner",
          tokenHash: new Uint8Array(randomBytes(32)),
          createdById: attacker.user,
          expiresAt: new Date(Date.now() + 1000),
        },
        select: { id: true },
      }),
    ));
  it("a change of who belongs to the victim's organisation, by the functions that change it", async () => {
    for (const [name, scope] of Object.entries(scopesOfTheAttacker())) {
      const answers = await inScope(scope, async (tx) => [
        await changeMembershipRole(tx, victim.organisation, victim.user, "member"),
        await changeMembershipRole(tx, victim.organisation, attacker.user, "owner"),
        await removeMembership(tx, victim.organisation, victim.user),
        await removeMembership(tx, victim.organisation, attacker.user),
      ]);
      expect(answers, name).toEqual(["gone", "gone", "gone", "gone"]);
    }
    const { rows } = await superuser.query("select user_id, role from memberships where organisation_id = $1", [
      victim.organisation,
    ]);
    expect(rows).toEqual([{ user_id: victim.user, role: "owner" }]);
  });
  it("moving one's own model into the victim's organisation", () =>
    inEveryScope((tx) =>
      tx.costModel.updateMany({ where: { id: attacker.model }, data: { organisationId: victim.organisation } }),
    ));
  it("a child that names its parent's id with another organisation", async () => {
    const text = "insert into shares (organisation_id, model_id, user_id, role) values ($1, $2, $3, 'viewer')";
    await expect(superuser.query(text, [attacker.organisation, victim.model, attacker.user])).rejects.toMatchObject({
      code: "23503",
    });
  });
});

describe("the roles", () => {
  it("the application's is nothing but a login", async () => {
    const { rows } = await superuser.query(`
      select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
             has_schema_privilege(oid, 'public', 'create') as may_create,
             has_database_privilege(oid, current_database(), 'create') as may_create_schema,
             (select count(*)::int from pg_class c where c.relowner = r.oid) as owns,
             (select count(*)::int from pg_auth_members m where m.member = r.oid) as member_of
      from pg_roles r where rolname = 'peerbalance_app'`);
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: false,
        rolcreaterole: false,
        rolreplication: false,
        may_create: false,
        may_create_schema: false,
        owns: 0,
        member_of: 0,
      },
    ]);
  });

  it("the owner's is no superuser and bypasses nothing", async () => {
    const { rows } = await superuser.query(
      "select rolsuper, rolbypassrls from pg_roles where rolname = 'peerbalance_owner'",
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });

  it("the application's cannot read a password's hash, hand out a reset link, or take the owner's exemption", async () => {
    const client = new pg.Client({ connectionString: databaseUrls().applicationUrl });
    await client.connect();
    const denied = { code: "42501" };
    await expect(client.query("select password_hash from users")).rejects.toMatchObject(denied);
    await expect(client.query("select token_hash from password_resets")).rejects.toMatchObject(denied);
    await expect(client.query("select begin_password_reset('a@b', ''::bytea, now())")).rejects.toMatchObject(denied);
    await expect(client.query("select end_access_of(gen_random_uuid())")).rejects.toMatchObject(denied);
    await expect(client.query("select token_hash from organisation_invitations")).rejects.toMatchObject(denied);
    await expect(client.query("update memberships set role = 'owner'")).rejects.toMatchObject(denied);
    await expect(client.query("select remove_old_invitations()")).rejects.toMatchObject(denied);
    await expect(client.query("select prove_address(gen_random_uuid())")).rejects.toMatchObject(denied);
    await expect(client.query("select remove_second_factor('a@b')")).rejects.toMatchObject(denied);
    await expect(client.query("select token_hash from mail_links")).rejects.toMatchObject(denied);
    await expect(client.query("select token_hash from sign_in_steps")).rejects.toMatchObject(denied);
    await expect(client.query("update audit_events set action = 'x'")).rejects.toMatchObject(denied);
    await expect(client.query("delete from revisions")).rejects.toMatchObject(denied);
    await client.query("set search_path = pg_catalog, pg_temp");
    expect((await client.query("select from public.cost_models")).rowCount).toBe(0);
    await client.end();
  });

  it("no function that runs as its owner leaves its search path to the caller, or itself to everybody", async () => {
    const { rows } = await superuser.query(`
      select p.proname, p.proconfig, has_function_privilege('public', p.oid, 'execute') as open
      from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(row, row.proname).toMatchObject({ proconfig: ["search_path=pg_catalog, pg_temp"], open: false });
    }
  });
});

describe("two people who save the same model at once", () => {
  it("do not overwrite each other: of ten, one saves and nine are told", async () => {
    const { user, organisation, model } = guest;
    const save = (number: number) =>
      inScope({ user, organisation, model }, (tx) =>
        tx.costModel.updateMany({
          where: { id: model, organisationId: organisation, revision: 1 },
          data: { name: `saved by ${number}`, revision: 2 },
        }),
      );
    const counts = (await Promise.all(Array.from({ length: 10 }, (_, number) => save(number)))).map(
      ({ count }) => count,
    );
    expect(counts.filter((count) => count === 1)).toHaveLength(1);
    expect(counts.filter((count) => count === 0)).toHaveLength(9);
    const { rows } = await superuser.query("select name, revision from cost_models where id = $1", [model]);
    expect(rows).toEqual([{ name: `saved by ${counts.indexOf(1)}`, revision: 2 }]);
  });

  it("cannot leave the count out, set it back, or jump", async () => {
    const { user, organisation, model } = victim;
    const uncounted = [{ name: "uncounted" }, { rows: { register: [] } }];
    for (const data of [...uncounted, { name: "jumped", revision: 3 }, { revision: 0 }, { revision: 7 }]) {
      const save = inScope({ user, organisation, model }, (tx) =>
        tx.costModel.updateMany({ where: { id: model, organisationId: organisation }, data }),
      );
      await expect(save, JSON.stringify(data)).rejects.toThrow();
    }
    const { rows } = await superuser.query("select name, revision from cost_models where id = $1", [model]);
    expect(rows).toEqual([{ name: "Alice's model", revision: 1 }]);
  });
});

describe("an invitation's link", () => {
  it("lets in one of two people who open it at the same moment", async () => {
    const invitation = sha256(attacker.invitationToken);
    // The attacker's own model went with the tests above; a tenant made now has one.
    const owner = await makeTenant("Olga");
    const accept = (one: Tenant) =>
      inScope({ user: one.user }, (tx) => acceptShareInvitation(tx, sha256(owner.invitationToken)));
    const outcomes = await Promise.all([accept(victim), accept(guest)]);
    expect(outcomes.filter((one) => one?.outcome === "accepted")).toHaveLength(1);
    expect(outcomes.filter((one) => one === null)).toHaveLength(1);
    expect(await inScope({ user: victim.user }, (tx) => acceptShareInvitation(tx, invitation))).toBeNull();
  });

  it("gives a viewer sight of that one model and no right to change it", async () => {
    const owner = await makeTenant("Olga");
    const viewer = await makeTenant("Vera");
    await inScope({ user: viewer.user }, (tx) => acceptShareInvitation(tx, sha256(owner.invitationToken)));
    const scope = { user: viewer.user, organisation: owner.organisation, model: owner.model };
    expect(await seen(scope, "cost_models", "id")).toEqual([owner.model]);
    expect(await seen({ user: viewer.user }, "cost_models", "id")).toEqual(
      expect.arrayContaining([owner.model, viewer.model]),
    );
    expect(await seen(scope, "share_invitations", "model_id")).toEqual([]);
    expect(await seen(scope, "memberships", "organisation_id")).toEqual([]);
    const change = await inScope(scope, (tx) =>
      tx.costModel.updateMany({
        where: { id: owner.model, organisationId: owner.organisation },
        data: { name: "x", revision: 2 },
      }),
    );
    expect(change.count).toBe(0);
    const raise = await inScope(scope, (tx) =>
      tx.share.updateMany({ where: { modelId: owner.model }, data: { role: "editor" } }),
    );
    expect(raise.count).toBe(0);
  });
});

it("an organisation keeps an owner", async () => {
  const { rows } = await superuser.query("select user_id from memberships where organisation_id = $1", [
    victim.organisation,
  ]);
  expect(rows).toEqual([{ user_id: victim.user }]);
  await expect(
    superuser.query("delete from memberships where organisation_id = $1", [victim.organisation]),
  ).rejects.toMatchObject({ code: "23514", constraint: "memberships_keep_an_owner" });
  await expect(
    superuser.query("update memberships set role = 'admin' where organisation_id = $1", [victim.organisation]),
  ).rejects.toMatchObject({ code: "23514" });
});

describe("a scope ends with its transaction", () => {
  it("leaves nothing on the connection for the next one, in 200 that run at once", async () => {
    const tenants = [victim, guest];
    const mine = await Promise.all(
      Array.from({ length: 200 }, (_, index) => {
        const tenant = tenants[index % 2] as Tenant;
        return inScope({ user: tenant.user, organisation: tenant.organisation }, async (tx) => {
          const models = await tx.costModel.findMany({ select: { organisationId: true } });
          return models.every((model) => model.organisationId === tenant.organisation) && models.length === 1;
        });
      }),
    );
    expect(mine).toEqual(mine.map(() => true));
  });

  it("is undone where the work throws", async () => {
    const work = inScope({ user: victim.user, organisation: victim.organisation }, async (tx) => {
      await tx.organisation.update({ where: { id: victim.organisation }, data: { name: "changed" } });
      throw new Error("after the change");
    });
    await expect(work).rejects.toThrow("after the change");
    const { rows } = await superuser.query("select name from organisations where id = $1", [victim.organisation]);
    expect(rows[0].name).toBe("Alice's");
  });
});
