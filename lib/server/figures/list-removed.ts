import "server-only";
import type { LineContent, RemovedFigure } from "@/lib/draft/figures/organisation-figure";
import { input, isInputKey } from "@/lib/model/inputs";
import { isLineTable, lineTables } from "@/lib/model/rows/line-tables";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { inScope } from "@/lib/server/runtime/scope";
import { inputName } from "@/lib/value/input-name";
import { rowName } from "@/lib/value/rows/row-words";
import { Prisma } from "@/prisma/generated/client";
import { figureSelect, headOf, readContent } from "./figure-rows";

/** The newest that a page lists. */
const most = 100;

/** The figures and lines that were removed, the newest first, by the names that they had. */
export function listRemoved({ scope, organisationId }: OrganisationViewAccess): Promise<RemovedFigure[]> {
  return inScope(scope, async (tx) => {
    const rows = await tx.organisationFigure.findMany({
      where: { organisationId, content: { equals: Prisma.DbNull }, part: { in: ["inputs", ...lineTables] } },
      orderBy: [{ changedAt: "desc" }, { id: "asc" }],
      take: most,
      select: figureSelect,
    });
    const before = rows.filter(({ part }) => isLineTable(part)).map(({ id, revision }) => [id, revision - 1] as const);
    const last = await tx.organisationFigureRevision.findMany({
      where: { organisationId, OR: before.map(([figureId, number]) => ({ figureId, number })) },
      select: { figureId: true, content: true, figure: { select: { part: true } } },
    });
    const names = new Map(
      last.flatMap(({ figureId, content, figure }) => {
        const line = readContent(figure.part, content) as LineContent | null;
        return line === null ? [] : [[figureId, rowName(line.row)] as const];
      }),
    );
    return rows.map((row) => {
      const part = row.part as RemovedFigure["part"];
      const name = part === "inputs" && isInputKey(row.key) ? inputName(input[row.key]) : names.get(row.id);
      return { ...headOf(row), part, key: row.key, name: name ?? row.key };
    });
  });
}
