import "server-only";
import type { CostModelCard } from "@/lib/draft/model";
import { firstPage, type ModelListing, modelsPerPage, mostCounted } from "@/lib/draft/model-listing";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { inScope, type Scope } from "@/lib/server/runtime/scope";
import { formerMember } from "@/lib/text/former-member";
import { headlineOf } from "./headline";
import { isByName, readPlace, writePlace } from "./list-place";
import {
  countListed,
  type Listed,
  type ListedEntry,
  type ListedRow,
  type ListedWithin,
  listedEntries,
  listedRows,
  type Stretch,
} from "./sql";
import { figuresSelect, readStoredFigures } from "./stored-figures";

/** Where a page stands in its list. */
interface Paging {
  /** How many models there are on all pages; null where there are more than are counted. */
  total: number | null;
  /** The page that this is; the last one where the one asked for is behind it. */
  page: number;
  pages: number | null;
  /** Where the next page begins and the one before ends (ModelListing's `after` and `before`); null where there is none. */
  next: string | null;
  previous: string | null;
}

export interface ModelsPage extends Paging {
  models: CostModelCard[];
  /** Those of the person's organisations whose trials have not run since they were saved. */
  untried: { modelId: string; organisationId: string }[];
  /** Whether the person may see any model at all, archived or deleted ones too. */
  hasAny: boolean;
}

/** A model in a list for programs. */
export type ModelEntry = Pick<CostModelCard, "id" | "name" | "headline" | "changedAt" | "changedBy">;

/** What a list is read by: how many it has, and a stretch of it. */
interface Read<Row extends ListedEntry> {
  count: (most: number) => Promise<number>;
  stretch: (which: Stretch) => Promise<Row[]>;
}

/** One page of the models that the person may see: those of their organisations, and those shared with them from elsewhere. */
export async function listModels(
  user: AuthenticatedUser,
  listing: ModelListing = firstPage,
  { workingIn }: Pick<Listed, "workingIn"> = {},
): Promise<ModelsPage> {
  const { shelf, search } = listing;
  const listed: Listed = { user, workingIn, shelf, search };
  const scope: Scope = { user: user.id };
  const { rows, ...found } = await readInScope(
    scope,
    async (tx) => {
      const page = await readPage(listing, {
        count: (most) => countListed(tx, listed, most),
        stretch: (which) => listedRows(tx, listed, which),
      });
      const hasAny = page.rows.length > 0 || (await countListed(tx, { ...listed, shelf: "any", search: "" }, 0)) > 0;
      return { ...page, hasAny };
    },
    { byIndex: true },
  );
  const older = await headlinesOf(scope, rows);
  const untried = rows.filter(({ verdict, isOwn, deletedAt }) => verdict === null && isOwn && deletedAt === null);
  return {
    ...found,
    models: rows.map((row) => cardOf(row, older)),
    untried: untried.map(({ id: modelId, organisationId }) => ({ modelId, organisationId })),
  };
}

/** One page of the models of one organisation that the person may see. */
export async function listEntries(
  access: OrganisationViewAccess,
  listing: ModelListing,
): Promise<Paging & { models: ModelEntry[] }> {
  const { shelf, search } = listing;
  const listed: ListedWithin = { within: access, shelf, search };
  const { rows, ...found } = await readInScope(
    access.scope,
    (tx) =>
      readPage(listing, {
        count: (most) => countListed(tx, listed, most),
        stretch: (which) => listedEntries(tx, listed, which),
      }),
    { byIndex: true },
  );
  const older = await headlinesOf(access.scope, rows);
  return { ...found, models: rows.map((row) => entryOf(row, older)) };
}

async function readPage<Row extends ListedEntry>(
  listing: ModelListing,
  read: Read<Row>,
): Promise<Paging & { rows: Row[] }> {
  // Sent with the first question: nearly every list says how many there are.
  const counting = read.count(mostCounted);
  counting.catch(() => {});
  const found = (await besidePlace(listing, read)) ?? (await fromTheStart(listing, read));
  const { rows, page, hasNext, hasPrevious } = found;
  const counted = await counting;
  const total = counted > mostCounted ? null : counted;
  const placeOf = (row: Row | undefined) =>
    row === undefined
      ? null
      : writePlace({ key: isByName(listing.sort) ? row.nameFolded : row.changedAt.toISOString(), id: row.id });
  return {
    rows,
    total,
    page,
    pages: total === null ? null : Math.max(page, Math.ceil(total / modelsPerPage)),
    next: hasNext ? placeOf(rows.at(-1)) : null,
    previous: hasPrevious ? placeOf(rows[0]) : null,
  };
}

interface Found<Row> {
  rows: Row[];
  page: number;
  hasNext: boolean;
  hasPrevious: boolean;
}

/** The page behind or before a place in the list. Null where none is asked for, or there is no whole page. */
async function besidePlace<Row extends ListedEntry>(
  listing: ModelListing,
  read: Read<Row>,
): Promise<Found<Row> | null> {
  const { sort } = listing;
  const [after, before] = [readPlace(listing.after, sort), readPlace(listing.before, sort)];
  if (after) {
    const rows = await read.stretch({ sort, after, limit: modelsPerPage + 1 });
    const page = Math.max(listing.page, 2);
    if (rows.length > 0)
      return { rows: rows.slice(0, modelsPerPage), page, hasNext: rows.length > modelsPerPage, hasPrevious: true };
  } else if (before) {
    const rows = await read.stretch({ sort, before, limit: modelsPerPage + 1 });
    const page = Math.max(listing.page, 2);
    // Else it is the first page, which may have more by now.
    if (rows.length > modelsPerPage) return { rows: rows.slice(1), page, hasNext: true, hasPrevious: true };
  }
  return null;
}

/** The page of a number, counted from the start; the last one where there are not so many. */
async function fromTheStart<Row extends ListedEntry>(
  { sort, page: asked, ...listing }: ModelListing,
  read: Read<Row>,
): Promise<Found<Row>> {
  let page = listing.before === "" ? asked : 1;
  if (page > 1) {
    const most = Math.min(page, mostCountedTo) * modelsPerPage;
    page = Math.max(1, Math.ceil(Math.min(await read.count(most), most) / modelsPerPage));
  }
  const rows = await read.stretch({
    sort,
    offset: (page - 1) * modelsPerPage,
    limit: modelsPerPage + 1,
  });
  return {
    rows: rows.slice(0, modelsPerPage),
    page,
    hasNext: rows.length > modelsPerPage,
    hasPrevious: page > 1,
  };
}

/** The last page that is found by its number alone: to count to it takes time. Those behind it are reached from one to the next. */
const mostCountedTo = 400;

function entryOf(row: ListedEntry, older: Map<string, string>): ModelEntry {
  return {
    id: row.id,
    name: row.name,
    headline: row.headline ?? older.get(row.id) ?? "",
    changedAt: row.changedAt.toISOString(),
    changedBy: row.authorName ?? formerMember,
  };
}

function cardOf(row: ListedRow, older: Map<string, string>): CostModelCard {
  return {
    ...entryOf(row, older),
    verdict: row.verdict,
    decided: row.decided && { ...row.decided, at: new Date(row.decided.at).toISOString() },
    organisationName: row.organisationName,
    access: row.isOwn ? "yours" : (row.shareRole ?? "viewer"),
    isPrivate: row.isPrivate,
    canManage: row.canManage,
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}

/** Worked out for models that were saved before headlines were stored. */
async function headlinesOf(scope: Scope, listed: readonly ListedEntry[]): Promise<Map<string, string>> {
  const rows = listed.filter(({ headline }) => headline === null);
  if (rows.length === 0) return new Map();
  const found = await inScope(scope, (tx) =>
    tx.costModel.findMany({
      where: { OR: rows.map(({ id, organisationId }) => ({ id, organisationId })) },
      select: figuresSelect,
    }),
  );
  return new Map(found.map((row) => [row.id, headlineOf({ currency: row.currency, ...readStoredFigures(row) })]));
}
