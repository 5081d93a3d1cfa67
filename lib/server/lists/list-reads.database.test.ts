import { beforeAll, describe, expect, it } from "vitest";
import { readAuditListing } from "@/lib/schemas/audit/audit-listing";
import { authorizeModel, type ShareAccess } from "@/lib/server/access/model";
import {
  authorizeOrganisation,
  type OrganisationManageAccess,
  type OrganisationViewAccess,
} from "@/lib/server/access/organisation";
import { liveTokens } from "@/lib/server/api/sql";
import { createApiToken, listApiTokens } from "@/lib/server/api/tokens";
import { eachEvent, listEvents } from "@/lib/server/audit/list-events";
import { loggedEvents, peopleWithEvents } from "@/lib/server/audit/sql";
import { listMembers } from "@/lib/server/organisations/list-members";
import { findOwned, members, openInvitations as openMemberInvitations } from "@/lib/server/organisations/sql";
import { type ReadTransaction, readInScope } from "@/lib/server/runtime/read-scope";
import { listSharing } from "@/lib/server/sharing/list-sharing";
import { openInvitations, peopleWithAccess, shareLinks } from "@/lib/server/sharing/sql";
import { type ListPosition, listStart, mostCounted, rowsPerPage } from "@/lib/text/list-position";
import { asOwner } from "@/test/database/as-owner";
import { addMember, confirmed, newPerson, organisationOf, someModel, someOrigin } from "@/test/people";
import { writePlace } from "./list-place";
import { type ReadList, readPage } from "./read-page";

/** Of each list, far more than a page has, and than are counted. */
const many = 3_000;

let ada: OrganisationManageAccess;
let bob: OrganisationViewAccess;
let model: ShareAccess;

beforeAll(async () => {
  const [owner, member, other] = await Promise.all(
    ["Ada", "Bob", "Eve"].map(async (name) => (await newPerson(name)).user),
  );
  if (!owner || !member || !other) throw new Error("three people were made");
  const { organisationId } = await organisationOf(owner);
  ada = (await authorizeOrganisation(owner, organisationId, "organisation:manage")) as OrganisationManageAccess;
  await addMember(ada, member, "member");
  bob = (await authorizeOrganisation(member, organisationId, "organisation:view")) as OrganisationViewAccess;
  model = (await authorizeModel(owner, await someModel(owner), "share")) as ShareAccess;
  // Many of one moment, as an import of people gives them: their ids say which comes first.
  await asOwner(
    `with made as (insert into public.users (email, name)
       select n || '-' || $1::uuid || '@example.org', 'Zoë ' || n from generate_series(1, $2::int) n returning id)
     insert into public.memberships (organisation_id, user_id, role)
     select $1::uuid, id, case when hashtext(id::text) % 60 = 0 then 'admin' else 'member' end::public.organisation_role from made`,
    [organisationId, many],
  );
  await asOwner(
    `insert into public.api_tokens (organisation_id, user_id, name, token_hash, scopes, created_at, expires_at)
     select $1::uuid, $2, 'Report', sha256(convert_to('token' || n || $1::uuid, 'UTF8')), '{models:read}', now() - n / 3 * interval '1 minute',
            now() + interval '1 day' from generate_series(1, $3::int) n`,
    [organisationId, owner.id, many],
  );
  await asOwner(
    `insert into public.shares (organisation_id, model_id, user_id, role, given_by_id)
     select organisation_id, $2, user_id, 'viewer', $3 from public.memberships where organisation_id = $1::uuid and role <> 'owner'`,
    [organisationId, model.modelId, owner.id],
  );
  await asOwner(
    `insert into public.organisation_invitations (organisation_id, email, role, token_hash, created_by_id, expires_at)
     select $1::uuid, n || '@example.org', 'member', sha256(convert_to('member' || n || $1::uuid, 'UTF8')), $2, now() + interval '1 day'
     from generate_series(1, $3::int) n`,
    [organisationId, owner.id, many],
  );
  await asOwner(
    `insert into public.share_invitations (organisation_id, model_id, email, role, token_hash, created_by_id, expires_at)
     select $1::uuid, $2, n || '@example.org', 'viewer', sha256(convert_to('share' || n || $1::uuid, 'UTF8')), $3, now() + interval '1 day'
     from generate_series(1, $4::int) n`,
    [organisationId, model.modelId, owner.id, many],
  );
  await asOwner(
    `insert into public.share_links (organisation_id, model_id, label, token_hash, created_by_id, expires_at)
     select $1::uuid, $2, n::text, sha256(convert_to('link' || n || $1::uuid, 'UTF8')), $3, now() + interval '1 day'
     from generate_series(1, $4::int) n`,
    [organisationId, model.modelId, owner.id, many],
  );
  const events = `
    insert into public.audit_events (organisation_id, actor_id, action, subject_type, subject_id, address, at)
    select $1::uuid, case when n % 2 = 0 then $2 else $3 end::uuid, 'model.saved', 'model', 'x', '', now() - n / 3 * interval '1 minute'
    from generate_series(1, $4::int) n`;
  await asOwner(events, [organisationId, owner.id, member.id, many]);
  // Another organisation has as many, and is nobody's business here.
  await asOwner(events, [(await organisationOf(other)).organisationId, other.id, other.id, many]);
  // Plans rest on how many rows there are.
  await asOwner(
    `analyze public.users, public.memberships, public.api_tokens, public.shares, public.share_invitations,
             public.organisation_invitations, public.share_links, public.audit_events`,
    [],
  );
}, 120_000);

/** How many rows of tables the work reads, found by an index or not, those that policies look up too. */
async function rowsReadBy(table: string, work: (tx: ReadTransaction) => Promise<unknown>): Promise<number> {
  return readInScope(
    ada.scope,
    async (tx) => {
      // Asked for together, in one transaction: the counts are its own.
      const [before, , after] = await Promise.all([rowsRead(tx, table), work(tx), rowsRead(tx, table)]);
      return after - before;
    },
    { byIndex: true },
  );
}

async function rowsRead(tx: ReadTransaction, table: string): Promise<number> {
  const [found] = await tx.$queryRaw<{ read: string }[]>`
    select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0) as read
    from pg_catalog.pg_stat_xact_user_tables where relname = ${table}`;
  return Number(found?.read ?? 0);
}

type AnyList = ReadList<unknown, (string | number)[]>;

interface Listed {
  /** The table whose rows are counted. */
  table: string;
  list: (tx: ReadTransaction) => unknown;
}

const filters = readAuditListing({});
const lists: [string, Listed][] = [
  ["members", { table: "memberships", list: (tx) => members(tx, ada, "") }],
  ["members' names", { table: "users", list: (tx) => members(tx, ada, "") }],
  ["members of a name", { table: "users", list: (tx) => members(tx, ada, "zoe") }],
  [
    "invitations into an organisation",
    { table: "organisation_invitations", list: (tx) => openMemberInvitations(tx, ada) },
  ],
  ["API tokens", { table: "api_tokens", list: (tx) => liveTokens(tx, ada) }],
  ["people with access", { table: "shares", list: (tx) => peopleWithAccess(tx, model) }],
  ["invitations to a model", { table: "share_invitations", list: (tx) => openInvitations(tx, model) }],
  ["read-only links", { table: "share_links", list: (tx) => shareLinks(tx, model) }],
  ["events", { table: "audit_events", list: (tx) => loggedEvents(tx, ada, filters) }],
  [
    "events of one person",
    { table: "audit_events", list: (tx) => loggedEvents(tx, ada, { ...filters, person: bob.user.id }) },
  ],
];

describe.each(lists)("a list of %s", (_, { table, list }) => {
  const listIn = (tx: ReadTransaction) => list(tx) as AnyList;

  it("reads few rows beside those that it shows, wherever it begins", async () => {
    const limit = rowsPerPage + 1;
    const middle = await readInScope(ada.scope, async (tx) => {
      const [row] = await listIn(tx).stretch({ offset: 800, limit: 1 });
      return listIn(tx).placeOf(row);
    });
    for (const where of [{}, { after: middle }, { before: middle }]) {
      const read = await rowsReadBy(table, async (tx) => {
        expect((await listIn(tx).stretch({ limit, ...where })).length).toBe(limit);
      });
      // The policy of names asks for a membership of each.
      expect(read, JSON.stringify(where)).toBeLessThan(5 * limit);
    }
  });

  it("counts no more rows than are said", async () => {
    const read = await rowsReadBy(table, async (tx) =>
      expect(await listIn(tx).count(mostCounted)).toBe(mostCounted + 1),
    );
    expect(read).toBeLessThan(mostCounted + 100);
  });

  it("is gone through from place to place, there and back, each row once", async () => {
    const keyOf = (row: unknown) => {
      const { id, userId } = row as { id?: string; userId?: string };
      return id ?? userId;
    };
    const read = (position: ListPosition) =>
      readInScope(ada.scope, (tx) => readPage(position, listIn(tx)), { byIndex: true });
    const whole = await readInScope(ada.scope, (tx) => listIn(tx).stretch({ limit: 4 * rowsPerPage }), {
      byIndex: true,
    });
    const there: unknown[][] = [];
    let page = await read(listStart);
    expect([page.total, page.pages, page.previous]).toEqual([null, null, null]);
    for (let n = 2; n <= 5; n++) {
      there.push(page.rows);
      if (n < 5) page = await read({ page: n, after: page.next ?? "", before: "" });
    }
    expect(there.flat().map(keyOf)).toEqual(whole.map(keyOf));
    expect(new Set(whole.map(keyOf)).size).toBe(4 * rowsPerPage);
    for (const n of [3, 2]) {
      page = await read({ page: n, after: "", before: page.previous ?? "" });
      expect(page.rows.map(keyOf)).toEqual(there[n - 1]?.map(keyOf));
    }
  });
});

describe("a tampered address", () => {
  const stranger = "11111111-1111-4111-8111-111111111111";
  const asked = (after: string) => ({ ...listStart, page: 2, after });

  it.each(["nonsense", "WzFd", writePlace(["2027-01-01T00:00:00Z", "' or true --"]), writePlace([0, "x", "y"])])(
    "counts pages from the start where %s is no place",
    async (after) => {
      const found = await listMembers(ada, { search: "", people: asked(after), invitations: asked(after) });
      const plain = await listMembers(ada, { search: "", people: asked(""), invitations: asked("") });
      expect(found).toEqual(plain);
      expect(found?.people.page).toBe(2);
      expect(await listEvents(ada, { ...filters, ...asked(after) })).toEqual(
        await listEvents(ada, { ...filters, ...asked("") }),
      );
    },
  );

  it("shows nothing of another organisation by a place of its own", async () => {
    const after = writePlace(["9999-01-01T00:00:00.000Z", stranger]);
    const { events } = await listEvents(ada, { ...filters, ...asked(after) });
    expect(events).toHaveLength(rowsPerPage);
    const [{ count } = { count: 0 }] = await asOwner(
      "select count(*)::int as count from public.audit_events where organisation_id = $1 and id = any ($2::uuid[])",
      [ada.organisationId, events.map(({ id }) => id)],
    );
    expect(count).toBe(rowsPerPage);
  });

  it("gives the last page where the place is behind all rows", async () => {
    const behind = { page: 400, after: writePlace([2, "9999-01-01T00:00:00.000Z", stranger]), before: "" };
    const found = await listMembers(ada, { search: "", people: behind, invitations: listStart });
    // Three thousand, Ada and Bob: 60 pages and two people.
    expect(found?.people).toMatchObject({ page: 61, next: null });
    expect(found?.people.rows).toHaveLength(2);
  });
});

describe("members", () => {
  it("are owners first, then admins, and told of them what the reader may do", async () => {
    const found = await listMembers(ada);
    const roles = found?.people.rows.map(({ role }) => role) ?? [];
    const ranks = roles.map((role) => ["owner", "admin", "member"].indexOf(role));
    expect(ranks).toEqual(ranks.toSorted());
    expect(found?.people.rows[0]).toMatchObject({ name: "Ada", isYou: true, isLastOwner: true, canChange: true });
    expect(roles.slice(1, 3)).toEqual(["admin", "admin"]);
  });

  it("are found by words of their names and addresses", async () => {
    const named = async (search: string) =>
      (await listMembers(ada, { search, people: listStart, invitations: listStart }))?.people;
    expect((await named("ZOË 2999"))?.rows.map(({ name }) => name)).toEqual(["Zoë 2999"]);
    expect((await named(`2998-${ada.organisationId}@`))?.rows.map(({ name }) => name)).toEqual(["Zoë 2998"]);
    expect((await named("zo%"))?.rows).toEqual([]);
  });

  it("are counted for the page of their organisation without a look at anybody", async () => {
    const read = await rowsReadBy("users", async (tx) => {
      const [organisation, count] = await Promise.all([findOwned(tx, ada), members(tx, ada, "").count(mostCounted)]);
      expect([organisation?.hasOneOwner, count]).toEqual([true, mostCounted + 1]);
    });
    expect(read).toBe(0);
  });
});

describe("the audit log", () => {
  it("finds who has an event without going through the events", async () => {
    const read = await rowsReadBy("audit_events", async (tx) => {
      expect((await peopleWithEvents(tx, ada)).map(({ name }) => name)).toEqual(["Ada", "Bob"]);
    });
    expect(read).toBeLessThan(20);
  });

  it("is downloaded whole, each event once, of a filter what the filter asks for", async () => {
    const ids: string[] = [];
    for await (const events of eachEvent(ada, { ...filters, person: bob.user.id }))
      ids.push(...events.map(({ id }) => id));
    expect([ids.length, new Set(ids).size]).toEqual([many / 2, many / 2]);
  });
});

it("a model's people are its owners, then those it is shared with, across a page's end", async () => {
  const all = await readInScope(model.scope, (tx) => peopleWithAccess(tx, model).stretch({ limit: 10_000 }));
  const owning = all.filter(({ role }) => role === null).length;
  const admins = await asOwner(
    "select count(*)::int as count from public.memberships where organisation_id = $1 and role = 'admin'",
    [ada.organisationId],
  );
  expect(owning).toBe(1 + Number(admins[0]?.count));
  expect(all.slice(0, owning).every(({ role }) => role === null)).toBe(true);
  expect(all.length - owning).toBe(many + 1);
  const positions = { people: listStart, invitations: listStart, links: listStart };
  const second = await listSharing(model, {
    ...positions,
    people: { ...listStart, page: 2, after: (await listSharing(model))?.people.next ?? "" },
  });
  expect(second?.people.rows.map(({ email }) => email)).toEqual(
    all.slice(rowsPerPage, 2 * rowsPerPage).map(({ email }) => email),
  );
});

it("API tokens are listed to who runs the organisation, and to a member their own alone", async () => {
  expect((await listApiTokens(bob)).rows).toEqual([]);
  const made = await createApiToken(
    bob,
    confirmed(bob.user),
    { name: "Mine", scopes: ["models:read"], days: 30 },
    someOrigin(),
  );
  expect(made.ok).toBe(true);
  expect((await listApiTokens(bob)).rows).toMatchObject([{ name: "Mine", holder: "Bob", isOwn: true }]);
  expect((await listApiTokens(ada)).rows[0]).toMatchObject({ name: "Mine", holder: "Bob", isOwn: false });
});
