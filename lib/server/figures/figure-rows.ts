import "server-only";
import type {
  FigureBook,
  FigureContent,
  LineContent,
  OrganisationFigure,
  OrganisationLine,
} from "@/lib/draft/figures/organisation-figure";
import type { CurrencyPart } from "@/lib/draft/model-parts";
import { type InputKey, inputList, isInputKey } from "@/lib/model/inputs";
import { isLineTable, type LineTable } from "@/lib/model/rows/line-tables";
import {
  figureCurrencySchema,
  noFigureCurrency,
  storedFigureSchema,
  storedLineSchema,
} from "@/lib/schemas/organisation-figures";
import type { AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import { formerMember } from "@/lib/text/former-member";
import { type FigureRevision, type FigureRow, listFigureRows, listRevisionRows } from "./sql";

/** What a row is for: the currency, an input, or a line of a table. */
export type FigurePart = "currency" | "inputs" | LineTable;

/** A FigureRow, as Prisma reads it. */
export const figureSelect = {
  id: true,
  part: true,
  key: true,
  content: true,
  revision: true,
  changedAt: true,
  changedBy: { select: { name: true } },
} as const;

/** @throws where what is stored has another shape; only a fault of ours can bring that about */
export function readContent(part: string, content: unknown): FigureContent | LineContent | CurrencyPart | null {
  if (content === null) return null;
  if (part === "currency") return figureCurrencySchema.parse(content);
  return part === "inputs"
    ? (storedFigureSchema.parse(content) as FigureContent)
    : (storedLineSchema.parse(content) as unknown as LineContent);
}

/** Which it is, and its newest change. */
export const headOf = ({ id, revision, changedAt, changedBy }: FigureRow) => ({
  id,
  revision,
  changedAt: changedAt.toISOString(),
  changedBy: changedBy?.name ?? formerMember,
});

/** An input that a later version of the model no longer has is left out: nothing can take it. */
function figureOf(row: FigureRow): OrganisationFigure[] {
  const content = readContent(row.part, row.content) as FigureContent | null;
  return row.part !== "inputs" || content === null || !isInputKey(row.key)
    ? []
    : [{ ...headOf(row), key: row.key, content }];
}

function lineOf(row: FigureRow): OrganisationLine[] {
  const { part, key } = row;
  if (!isLineTable(part) || row.content === null) return [];
  return [{ ...headOf(row), table: part, key, content: readContent(part, row.content) as LineContent }];
}

const places = new Map(inputList.map(({ key }, place) => [key as InputKey, place]));
const inOrder = (one: OrganisationFigure, other: OrganisationFigure) =>
  (places.get(one.key) ?? 0) - (places.get(other.key) ?? 0);

/** All that the organisation states, figures in the order of the inputs; within the access's scope, and by the organisation's id. */
export async function readBook(tx: ReadTransaction, organisationId: AuthorizedOrganisationId): Promise<FigureBook> {
  const rows = await listFigureRows(tx, organisationId);
  const currency = rows.find(({ part }) => part === "currency");
  return {
    currency: currency?.content ? (readContent("currency", currency.content) as CurrencyPart) : noFigureCurrency,
    currencyRevision: currency?.revision ?? 0,
    figures: rows.flatMap(figureOf).sort(inOrder),
    lines: rows.flatMap(lineOf),
  };
}

/** What was stated of inputs at earlier revisions; one that removed its figure is left out. */
export async function readRevisions(
  tx: ReadTransaction,
  organisationId: AuthorizedOrganisationId,
  which: readonly FigureRevision[],
): Promise<(FigureRevision & { content: FigureContent })[]> {
  const rows = await listRevisionRows(tx, organisationId, which);
  return rows.flatMap((row) => {
    const content = readContent("inputs", row.content) as FigureContent | null;
    return content === null ? [] : [{ ...row, content }];
  });
}
