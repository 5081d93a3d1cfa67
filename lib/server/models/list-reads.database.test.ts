import { beforeAll, describe, expect, it } from "vitest";
import { modelSorts, modelsPerPage } from "@/lib/draft/model-listing";
import { authorizeOrganisation } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import type { AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import { type ReadTransaction, readInScope } from "@/lib/server/runtime/read-scope";
import { inScope, type Scope } from "@/lib/server/runtime/scope";
import { mostCounted } from "@/lib/text/list-position";
import { asOwner } from "@/test/database/as-owner";
import { newPerson, organisationOf } from "@/test/people";
import type { ModelPlace } from "./model-place";
import { countListed, type Listed, type ListedWithin, listedEntries, listedRows, type ModelStretch } from "./sql";

/** Far more than a page has, and than are counted. */
const models = 5_000;
const shared = 40;

let owner: AuthenticatedUser;
let member: AuthenticatedUser;
let guest: AuthenticatedUser;
let organisation: AuthorizedOrganisationId;

beforeAll(async () => {
  [owner, member, guest] = (await Promise.all(["Ada", "Bob", "Cleo"].map(newPerson))).map(({ user }) => user) as [
    AuthenticatedUser,
    AuthenticatedUser,
    AuthenticatedUser,
  ];
  organisation = (await organisationOf(owner)).organisationId;
  await asOwner("insert into public.memberships (organisation_id, user_id, role) values ($1, $2, 'member')", [
    organisation,
    member.id,
  ]);
  await asOwner(
    `insert into public.cost_models (organisation_id, creator_id, name, start_month, model_version, headline, changed_at)
     select $1, $2, 'Model ' || n, '2027-01-01', 1, '', now() - n * interval '1 minute' from generate_series(1, $3::int) n`,
    [organisation, owner.id, models],
  );
  await asOwner(
    `insert into public.shares (organisation_id, model_id, user_id, role, given_by_id)
     select organisation_id, id, $2, 'viewer', creator_id from public.cost_models where organisation_id = $1 order by id limit $3`,
    [organisation, guest.id, shared],
  );
  await asOwner(
    `insert into public.revisions (organisation_id, model_id, number, author_id, name, description, start_month, currency, model_version, inputs, custom_lines)
     select organisation_id, id, n, creator_id, name, '', start_month, currency, model_version, inputs, custom_lines
     from (select * from public.cost_models where organisation_id = $1 order by id limit 1) c, generate_series(1, $2::int) n`,
    [organisation, revisions],
  );
  // Plans rest on how many rows there are.
  await asOwner("analyze public.cost_models, public.shares, public.memberships, public.revisions", []);
});

/** Of one model, so many that the planner would gather all models to look that one up in. */
const revisions = 2_000;

/** How many rows of models the work reads, found by an index or not, those that policies look up too. */
async function modelsReadBy(scope: Scope, work: (tx: ReadTransaction) => Promise<unknown>): Promise<number> {
  return readInScope(
    scope,
    async (tx) => {
      // Asked for together, in one transaction: the counts are its own.
      const [before, , after] = await Promise.all([modelsRead(tx), work(tx), modelsRead(tx)]);
      return after - before;
    },
    { byIndex: true },
  );
}

async function modelsRead(tx: ReadTransaction): Promise<number> {
  const [found] = await tx.$queryRaw<{ read: string }[]>`
    select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read
    from pg_catalog.pg_stat_xact_user_tables where relid = 'public.cost_models'::regclass`;
  return Number(found?.read ?? 0);
}

async function placeInTheMiddle(sort: ModelStretch["sort"]): Promise<ModelPlace> {
  const [row] = await asOwner(
    "select id, name_folded, changed_at from public.cost_models where organisation_id = $1 order by id offset 2000 limit 1",
    [organisation],
  );
  const { id, name_folded, changed_at } = row as { id: string; name_folded: string; changed_at: Date };
  return [sort.endsWith("name") ? name_folded : changed_at.toISOString(), id];
}

interface Reading {
  scope: Scope;
  rows: (tx: ReadTransaction, stretch: ModelStretch) => Promise<unknown[]>;
  count: (tx: ReadTransaction) => Promise<number>;
}

function onPages(listed: Listed): Reading {
  return {
    scope: { user: listed.user.id },
    rows: (tx, stretch) => listedRows(tx, listed, stretch),
    count: (tx) => countListed(tx, listed, mostCounted),
  };
}

async function byToken(user: AuthenticatedUser): Promise<Reading> {
  const access = await authorizeOrganisation(user, organisation, "organisation:view");
  if (access === null || access === "refused") throw new Error("the person does not belong to the organisation");
  const listed: ListedWithin = { within: access, shelf: "current", search: "" };
  return {
    scope: access.scope,
    rows: (tx, stretch) => listedEntries(tx, listed, stretch),
    count: (tx) => countListed(tx, listed, mostCounted),
  };
}

const readers: [string, () => Reading | Promise<Reading>][] = [
  ["a program with an owner's token", () => byToken(owner)],
  ["a program with a member's token", () => byToken(member)],
  ["an owner who works in it", () => onPages({ ...listOf(owner), workingIn: organisation })],
  ["an owner", () => onPages(listOf(owner))],
  ["a member", () => onPages(listOf(member))],
];
const listOf = (user: AuthenticatedUser): Listed => ({ user, shelf: "current", search: "" });

describe.each(readers)("a list for %s", (_, reader) => {
  it.each(modelSorts)("by %s reads few models beside those that it shows", async (sort) => {
    const { scope, rows } = await reader();
    const limit = modelsPerPage + 1;
    const middle = await placeInTheMiddle(sort);
    for (const where of [{}, { after: middle }, { before: middle }]) {
      const read = await modelsReadBy(scope, async (tx) => {
        expect((await rows(tx, { sort, limit, ...where })).length).toBe(limit);
      });
      expect(read).toBeGreaterThanOrEqual(limit);
      expect(read).toBeLessThan(4 * limit);
    }
  });

  it("counts no more models than are said", async () => {
    const { scope, count } = await reader();
    const read = await modelsReadBy(scope, async (tx) => expect(await count(tx)).toBe(mostCounted + 1));
    expect(read).toBeGreaterThan(mostCounted);
    expect(read).toBeLessThan(mostCounted + 10);
  });
});

it("a list for someone from elsewhere reads what is shared with them", async () => {
  const read = await modelsReadBy({ user: guest.id }, async (tx) => {
    const [rows, count] = await Promise.all([
      listedRows(tx, listOf(guest), { sort: "name", limit: 26 }),
      countListed(tx, listOf(guest), mostCounted),
    ]);
    expect([rows.length, count]).toEqual([26, shared]);
  });
  expect(read).toBeLessThan(6 * shared);
});

it("a page of revisions reads their model, and not all models", async () => {
  const [model] = await asOwner("select id from public.cost_models where organisation_id = $1 order by id limit 1", [
    organisation,
  ]);
  const read = await inScope({ user: owner.id, organisation }, async (tx) => {
    const before = await modelsRead(tx);
    const page = { modelId: String(model?.id), organisationId: organisation };
    const rows = await tx.revision.findMany({
      where: page,
      orderBy: { number: "desc" },
      take: 51,
      select: { number: true },
    });
    expect(rows[0]?.number).toBe(revisions);
    return (await modelsRead(tx)) - before;
  });
  expect(read).toBeLessThan(100);
});
