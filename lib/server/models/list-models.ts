import "server-only";
import type { CostModelCard } from "@/lib/draft/model";
import { firstPage, type ModelListing, type ModelSort, modelsPerPage } from "@/lib/draft/model-listing";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { type ReadList, readPage } from "@/lib/server/lists/read-page";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { inScope, type Scope } from "@/lib/server/runtime/scope";
import { formerMember } from "@/lib/text/former-member";
import type { Paging } from "@/lib/text/list-position";
import { declareInTurns } from "./declare-in-turns";
import { headlineOf } from "./headline";
import { isByName, type ModelPlace, placeIn } from "./model-place";
import {
  countListed,
  type Listed,
  type ListedEntry,
  type ListedRow,
  type ListedWithin,
  listedEntries,
  listedRows,
  type ModelStretch,
} from "./sql";
import { figuresSelect, readStoredFigures } from "./stored-figures";

export interface ModelsPage extends Paging {
  models: CostModelCard[];
  /** Those of the person's organisations whose trials have not run since they were saved. */
  untried: { modelId: string; organisationId: string }[];
  /** Whether the person may see any model at all, archived or deleted ones too. */
  hasAny: boolean;
}

/** A model in a list for programs. */
export type ModelEntry = Pick<CostModelCard, "id" | "name" | "headline" | "changedAt" | "changedBy">;

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
      const page = await readPage(
        listing,
        paged(
          listing.sort,
          (most) => countListed(tx, listed, most),
          (which) => listedRows(tx, listed, which),
        ),
      );
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
      readPage(
        listing,
        paged(
          listing.sort,
          (most) => countListed(tx, listed, most),
          (which) => listedEntries(tx, listed, which),
        ),
      ),
    { byIndex: true },
  );
  const older = await headlinesOf(access.scope, rows);
  return { ...found, models: rows.map((row) => entryOf(row, older)) };
}

/** The list as a page is read of it. */
function paged<Row extends ListedEntry>(
  sort: ModelSort,
  count: ReadList<Row, ModelPlace>["count"],
  stretch: (which: ModelStretch) => Promise<Row[]>,
): ReadList<Row, ModelPlace> {
  return {
    rowsPerPage: modelsPerPage,
    place: placeIn[sort],
    placeOf: ({ id, nameFolded, changedAt }) => [isByName(sort) ? nameFolded : changedAt.toISOString(), id],
    count,
    stretch: (which) => stretch({ sort, ...which }),
  };
}

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
  const headlines = new Map<string, string>();
  for (const row of found) {
    const figures = { currency: row.currency, ...readStoredFigures(row) };
    await declareInTurns(figures);
    headlines.set(row.id, headlineOf(figures));
  }
  return headlines;
}
