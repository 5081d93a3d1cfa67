import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { superuserOfThisFile } from "@/test/database/superuser";

// The policies of the migration are written so that an index can be used and no function is called for each row. Here stand the same
// rules in the plainest way that says them: a table of every kind of model, person and scope is gone through under those, and under the
// ones of the migration, in one transaction that is rolled back.

const plain = [
  [
    "cost_models",
    "read",
    `for select using ((scope_model() is null or id = scope_model())
       and ((organisation_id = any (scope_organisations())
             and (not is_private or creator_id = scope_user() or organisation_id = any (scope_managed_organisations())))
            or id = any (scope_shared_models('viewer')))
       and (deleted_at is null or organisation_id = any (scope_managed_organisations())
            or (creator_id = scope_user() and organisation_id = any (scope_organisations()))))`,
  ],
  [
    "cost_models",
    "add",
    `for insert with check (organisation_id = any (scope_organisations()) and creator_id = scope_user()
       and scope_model() is null)`,
  ],
  [
    "cost_models",
    "change",
    "for update using (scope_may_edit(organisation_id, id) or scope_may_manage(organisation_id, id))",
  ],
  ["cost_models", "remove", "for delete using (scope_may_manage(organisation_id, id))"],
  [
    "shares",
    "read",
    `for select using ((user_id = scope_user()
         and (scope_organisation() is null or organisation_id = scope_organisation())
         and (scope_model() is null or model_id = scope_model()))
       or scope_may_manage(organisation_id, model_id))`,
  ],
  ["users", "read", "for select using (scope_knows_user(id))"],
] as const;

const superuser = superuserOfThisFile();
const roles = ["owner", "admin", "member"] as const;
const shared = ["viewer", "commenter", "editor"] as const;
const states = ["open", "archived", "deleted"] as const;
const organisations = { ours: randomUUID(), theirs: randomUUID() };
/** A person of each role in the one organisation, of each share from outside, one of both, a former member, and a stranger. */
const people = Object.fromEntries(
  [...roles, "second", ...shared, "both", "left", "stranger"].map((name) => [name, randomUUID()]),
) as Record<string, string>;
const models: { id: string; label: string }[] = [];

beforeAll(async () => {
  await superuser.query("begin");
  for (const [name, id] of Object.entries(people)) {
    await superuser.query("insert into users (id, email, name) values ($1, $2, $3)", [id, `${id}@example.org`, name]);
  }
  for (const id of Object.values(organisations)) {
    await superuser.query("insert into organisations (id, name) values ($1, 'Some')", [id]);
  }
  const belongs: [string, string, string][] = [
    ...roles.map((role): [string, string, string] => ["ours", role, role]),
    ["ours", "second", "member"],
    ["ours", "both", "member"],
    ["theirs", "stranger", "owner"],
    ["theirs", "both", "admin"],
  ];
  for (const [organisation, person, role] of belongs) {
    await superuser.query(
      "insert into memberships (organisation_id, user_id, role) values ($1, $2, $3::organisation_role)",
      [organisations[organisation as "ours"], people[person], role],
    );
  }
  for (const [organisation, id] of Object.entries(organisations)) {
    for (const creator of ["owner", "member", "left", null]) {
      for (const isPrivate of [false, true]) {
        for (const state of states) {
          const model = randomUUID();
          await superuser.query(
            `insert into cost_models (id, organisation_id, creator_id, name, start_month, model_version, is_private, archived_at, deleted_at)
             values ($1, $2, $3, 'Some', '2027-01-01', 1, $4, $5, $6)`,
            [
              model,
              id,
              creator && people[creator],
              isPrivate,
              state === "archived" ? "now" : null,
              state === "deleted" ? "now" : null,
            ],
          );
          models.push({
            id: model,
            label: `${organisation}, of ${creator}, ${isPrivate ? "private" : "open to all"}, ${state}`,
          });
          for (const person of [...shared, "both"]) {
            await superuser.query(
              `insert into shares (organisation_id, model_id, user_id, role, given_by_id) values ($1, $2, $3, $4::share_role, $5)`,
              [id, model, people[person], person === "both" ? "editor" : person, people.owner],
            );
          }
        }
      }
    }
  }
});
afterAll(async () => {
  await superuser.query("rollback");
});

/** What everybody sees and may do in every scope, as one text a line. */
async function decisions(): Promise<string[]> {
  const found: string[] = [];
  const all = models.map(({ id }) => id);
  const labels = new Map(models.map(({ id, label }) => [id, label]));
  const names = new Map(Object.entries(people).map(([name, id]) => [id, name]));
  const someModels = models.filter((_, n) => n % 7 === 0).map(({ id }) => id);
  const scopes = [
    ["", ""],
    [organisations.ours, ""],
    [organisations.theirs, ""],
    ...someModels.map((id) => [organisations.ours, id]),
    [organisations.theirs, models.at(-1)?.id ?? ""],
  ] as [string, string][];
  await superuser.query("set local role peerbalance_app");
  for (const [person, id] of [...Object.entries(people), ["nobody", ""]] as [string, string][]) {
    for (const [organisation, model] of scopes) {
      await superuser.query(
        "select set_config('app.user_id', $1, true), set_config('app.organisation_id', $2, true), set_config('app.model_id', $3, true)",
        [id, organisation, model],
      );
      const scope = `${person} in (${organisation === "" ? "all" : organisation === organisations.ours ? "ours" : "theirs"}, ${labels.get(model) ?? "all"})`;
      const tell = async (what: string, statement: string, values: unknown[]) => {
        await superuser.query("savepoint one");
        try {
          const { rows } = await superuser.query<{ id: string; user_id?: string }>(statement, values);
          for (const row of rows)
            found.push(`${scope} ${what} ${labels.get(row.id) ?? row.id} ${names.get(row.user_id ?? "") ?? ""}`);
        } finally {
          await superuser.query("rollback to savepoint one");
        }
      };
      await tell("reads", "select id from cost_models where id = any ($1)", [all]);
      await tell("changes", "update cost_models set is_private = is_private where id = any ($1) returning id", [all]);
      await tell("removes", "delete from cost_models where id = any ($1) returning id", [all]);
      await tell("sees the share of", "select model_id as id, user_id from shares where model_id = any ($1)", [all]);
      await tell("knows", "select id, id as user_id from users where id = any ($1)", [Object.values(people)]);
      for (const home of Object.values(organisations)) {
        const made = await superuser
          .query("savepoint two")
          .then(() =>
            superuser.query(
              "insert into cost_models (organisation_id, creator_id, name, start_month, model_version) values ($1, nullif($2, '')::uuid, 'New', '2027-01-01', 1)",
              [home, id],
            ),
          )
          .then(
            () => "adds",
            (error: { code?: string }) => `is refused with ${error.code}`,
          );
        await superuser.query("rollback to savepoint two");
        found.push(`${scope} ${made} ${home === organisations.ours ? "ours" : "theirs"}`);
      }
    }
  }
  await superuser.query("reset role");
  return found.sort();
}

describe("the policies", () => {
  it("let everybody see and do what the plain ones let them, and no more", async () => {
    const now = await decisions();
    await superuser.query("savepoint whole");
    for (const [table, name, rule] of plain) {
      await superuser.query(`drop policy ${name} on ${table}`);
      await superuser.query(`create policy ${name} on ${table} ${rule.replace(/^for \w+/, "$& to peerbalance_app")}`);
    }
    const meant = await decisions();
    await superuser.query("rollback to savepoint whole");
    expect(now.filter((line) => !meant.includes(line))).toEqual([]);
    expect(meant.filter((line) => !now.includes(line))).toEqual([]);
    // The table decides something: worked out by hand for one kind of each.
    expect(meant).toContain("member in (all, all) reads ours, of owner, open to all, archived ");
    expect(meant).not.toContain("member in (all, all) reads ours, of owner, private, open ");
    expect(meant).toContain("editor in (all, all) changes theirs, of left, private, open ");
    expect(meant).not.toContain("editor in (all, all) changes theirs, of left, private, archived ");
    expect(meant).not.toContain("viewer in (all, all) changes ours, of owner, open to all, open ");
    expect(meant).toContain("admin in (ours, all) removes ours, of null, private, deleted ");
    expect(meant.filter((line) => line.startsWith("nobody") && !line.includes("is refused with 42501"))).toEqual([]);
  }, 120_000);

  it("call no function for a row of the list", async () => {
    const { rows } = await superuser.query<{ using: string }>(
      `select pg_get_expr(polqual, polrelid) as using from pg_policy
       where polrelid = 'cost_models'::regclass and polroles @> array['peerbalance_app'::regrole::oid] and polqual is not null`,
    );
    expect(rows.length).toBe(3);
    for (const { using } of rows) {
      const outside = using.replace(/\(\s*SELECT [a-z_]+\([^()]*\) AS [a-z_]+\)/g, "");
      expect(outside).not.toMatch(/scope_\w+\(/);
    }
  });

  it("look up the model of a row, and never gather all models to look there", async () => {
    const { rows } = await superuser.query<{ table: string; using: string }>(
      `select polrelid::regclass as table, pg_get_expr(polqual, polrelid) as using from pg_policy
       where polroles @> array['peerbalance_app'::regrole::oid] and pg_get_expr(polqual, polrelid) ~ 'FROM (cost_models|decisions) '`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(10);
    // An EXISTS with an OFFSET is not hashed (convert_EXISTS_to_ANY of PostgreSQL's planner).
    for (const { table, using } of rows) expect(`${table}: ${using}`).toContain("OFFSET 0");
  });
});
