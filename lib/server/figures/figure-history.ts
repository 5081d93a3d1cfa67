import "server-only";
import type {
  FigureContent,
  FigureOutcome,
  FigureRevision,
  LineContent,
} from "@/lib/draft/figures/organisation-figure";
import { isLineTable, type LineTable } from "@/lib/model/rows/line-tables";
import { refused } from "@/lib/outcome";
import { refuseFull } from "@/lib/schemas/organisation-figures";
import type { OrganisationManageAccess, OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { formerMember } from "@/lib/text/former-member";
import { changeBook } from "./change-figure";
import { readContent } from "./figure-rows";
import { writeFigure } from "./write-figure";

/** The newest that a page lists. */
const most = 100;

/** What was changed of a figure or a line, by whom and when, the newest first. Empty where the organisation has none of that id. */
export function listFigureRevisions(
  { scope, organisationId }: OrganisationViewAccess,
  figureId: string,
): Promise<FigureRevision[]> {
  return inScope(scope, async (tx) => {
    const rows = await tx.organisationFigureRevision.findMany({
      where: { organisationId, figureId },
      orderBy: { number: "desc" },
      take: most,
      select: {
        number: true,
        content: true,
        restoredFrom: true,
        createdAt: true,
        author: { select: { name: true } },
        figure: { select: { part: true } },
      },
    });
    return rows.map(({ number, content, restoredFrom, createdAt, author, figure }) => ({
      number,
      author: author?.name ?? formerMember,
      at: createdAt.toISOString(),
      restoredFrom,
      content: readContent(figure.part, content) as FigureContent | LineContent | null,
    }));
  });
}

/** The same of the figure for an input, or of a line of a table, also where it was removed; empty where there never was one. */
export async function listRevisionsOf(
  access: OrganisationViewAccess,
  { part, key }: { part: "inputs" | LineTable; key: string },
): Promise<FigureRevision[]> {
  const { scope, organisationId } = access;
  const found = await inScope(scope, (tx) =>
    tx.organisationFigure.findFirst({ where: { organisationId, part, key }, select: { id: true } }),
  );
  return found === null ? [] : listFigureRevisions(access, found.id);
}

/** Brings back what an earlier revision stated, as a new one. Money of another currency than the present one is refused: it is another amount. */
export function restoreFigure(
  access: OrganisationManageAccess,
  { id, revision, number }: { id: string; revision: number; number: number },
  origin: RequestOrigin,
): Promise<FigureOutcome> {
  const { organisationId } = access;
  return changeBook(access, async (tx, { currency, lines }): Promise<FigureOutcome> => {
    const found = await tx.organisationFigureRevision.findFirst({
      where: { organisationId, figureId: id, number },
      select: { content: true, figure: { select: { part: true, key: true } } },
    });
    const part = found?.figure.part ?? "";
    if (!found || !(part === "inputs" || isLineTable(part)))
      return refused("form", "This revision is no longer there. Reload the page.");
    const content = readContent(part, found.content) as FigureContent | LineContent | null;
    const stated = content?.currency;
    if (stated !== undefined && stated !== currency.currency) {
      const message = `This revision is in ${stated}; the organisation states money in ${currency.currency}. Type the figure again.`;
      return refused("form", message);
    }
    const full = content !== null && isLineTable(part) ? refuseFull(lines, part, found.figure.key) : null;
    if (full) return full;
    const present =
      content !== null && stated !== undefined ? { ...content, currencyRate: currency.currencyRate } : content;
    const figure = { part: part as "inputs" | LineTable, key: found.figure.key, content: present, revision };
    return writeFigure(tx, access, { ...figure, restoredFrom: number }, origin);
  });
}
