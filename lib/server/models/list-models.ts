import "server-only";
import type { CostModelCard } from "@/lib/schemas/model";
import {
  firstPage,
  type ModelListing,
  type ModelShelf,
  type ModelSort,
  modelsPerPage,
} from "@/lib/schemas/model-listing";
import type { AuthenticatedUser } from "@/lib/server/access";
import type { AuthorizedOrganisationId } from "@/lib/server/ids";
import { inScope, type ScopedTransaction } from "@/lib/server/scope";
import type { Prisma } from "@/prisma/generated/client";
import { headlineOf } from "./headline";
import { nameOf } from "./model-row";
import { readStoredFigures } from "./stored-figures";

export interface ModelsPage {
  models: CostModelCard[];
  /** How many there are on all pages. */
  total: number;
  /** The page that this is; the last one where the one asked for is behind it. */
  page: number;
  pages: number;
  /** Whether the person may see any model at all, put away or not. */
  hasAny: boolean;
}

const orders: Record<ModelSort, Prisma.CostModelOrderByWithRelationInput> = {
  name: { name: "asc" },
  "-name": { name: "desc" },
  changed: { changedAt: "asc" },
  "-changed": { changedAt: "desc" },
};

const shelves: Record<ModelShelf, Prisma.CostModelWhereInput> = {
  current: { deletedAt: null, archivedAt: null },
  archived: { deletedAt: null, archivedAt: { not: null } },
  deleted: { deletedAt: { not: null } },
};

interface Reach {
  /** The one organisation that whoever asks keeps to, as an API token does. */
  within?: AuthorizedOrganisationId;
  /** The one of their own organisations that they work in; what others share with them is listed beside it. */
  workingIn?: AuthorizedOrganisationId;
}

/** One page of the models that the person may see: those of their organisations, and those shared with them from elsewhere. */
export async function listModels(
  user: AuthenticatedUser,
  listing: ModelListing = firstPage,
  { within, workingIn }: Reach = {},
): Promise<ModelsPage> {
  return inScope(within ? { user: user.id, organisation: within } : { user: user.id }, async (tx) => {
    const reach = await reachOf(tx, user);
    const elsewhere = workingIn ? reach.own.filter((id) => id !== workingIn) : [];
    const managed = {
      OR: [{ organisationId: { in: reach.managed } }, { organisationId: { in: reach.own }, creatorId: user.id }],
    };
    const visible: Prisma.CostModelWhereInput = {
      OR: [managed, { organisationId: { in: reach.own }, isPrivate: false }, { shares: { some: { userId: user.id } } }],
    };
    const where: Prisma.CostModelWhereInput = {
      // A deleted model is seen by those only who may restore it.
      AND: [
        ...(within ? [{ organisationId: within }] : []),
        { organisationId: { notIn: elsewhere } },
        listing.shelf === "deleted" ? managed : visible,
        shelves[listing.shelf],
        ...named(listing.search),
      ],
    };
    const total = await tx.costModel.count({ where });
    const pages = Math.max(1, Math.ceil(total / modelsPerPage));
    const page = Math.min(listing.page, pages);
    const rows = await tx.costModel.findMany({
      where,
      orderBy: [orders[listing.sort], { id: "asc" }],
      skip: (page - 1) * modelsPerPage,
      take: modelsPerPage,
      select: {
        id: true,
        name: true,
        headline: true,
        changedAt: true,
        deletedAt: true,
        creatorId: true,
        isPrivate: true,
        organisationId: true,
        organisation: { select: { name: true } },
        revisions: { orderBy: { number: "desc" }, take: 1, select: { author: { select: { name: true } } } },
        shares: { where: { userId: user.id }, select: { role: true } },
      },
    });
    const older = await headlinesOf(
      tx,
      rows.filter(({ headline }) => headline === null),
    );
    const models = rows.map((row): CostModelCard => {
      const isOwn = reach.own.includes(row.organisationId);
      return {
        id: row.id,
        name: row.name,
        headline: row.headline ?? older.get(row.id) ?? "",
        organisationName: row.organisation.name,
        access: isOwn ? "yours" : (row.shares[0]?.role ?? "viewer"),
        isPrivate: row.isPrivate,
        canManage: reach.managed.includes(row.organisationId) || (isOwn && row.creatorId === user.id),
        changedAt: row.changedAt.toISOString(),
        changedBy: nameOf(row.revisions),
        deletedAt: row.deletedAt?.toISOString() ?? null,
      };
    });
    const any: Prisma.CostModelWhereInput = { AND: [visible, { organisationId: { notIn: elsewhere } }] };
    const hasAny = total > 0 || (await tx.costModel.count({ where: any, take: 1 })) > 0;
    return { models, total, page, pages, hasAny };
  });
}

/** Organisations that the person belongs to, and those that they run. */
async function reachOf(tx: ScopedTransaction, user: AuthenticatedUser) {
  const memberships = await tx.membership.findMany({
    where: { userId: user.id },
    select: { organisationId: true, role: true },
  });
  return {
    own: memberships.map(({ organisationId }) => organisationId),
    managed: memberships.filter(({ role }) => role !== "member").map(({ organisationId }) => organisationId),
  };
}

/** Every word must stand in the name, in capitals or not. What LIKE would take as a wildcard is taken as it was typed. */
function named(search: string): Prisma.CostModelWhereInput[] {
  return search
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => ({ name: { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } }));
}

/** Worked out for models that were saved before headlines were stored. */
async function headlinesOf(
  tx: ScopedTransaction,
  rows: { id: string; organisationId: string }[],
): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const found = await tx.costModel.findMany({
    where: { OR: rows.map(({ id, organisationId }) => ({ id, organisationId })) },
    select: {
      id: true,
      currency: true,
      currencyRate: true,
      currencyRateDate: true,
      inputs: true,
      customLines: true,
      notes: true,
      modelVersion: true,
    },
  });
  return new Map(found.map((row) => [row.id, headlineOf({ currency: row.currency, ...readStoredFigures(row) })]));
}
