import "server-only";
import type { FigureBook, FigureOutcome } from "@/lib/draft/figures/organisation-figure";
import type { Outcome, Refusal } from "@/lib/outcome";
import { checkUsualLine, refuseFull, type UsualLine } from "@/lib/schemas/organisation-figures";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { changeBook, writeEach } from "./change-figure";
import { type WrittenFigure, writeFigure } from "./write-figure";

/** A usual line that is to be added or changed; its row has the line's key as its id, whatever it says. */
interface StatedLine extends UsualLine {
  revision: number;
  stated: { row: object; isBegunWith: boolean };
}

/** The line as it is written, or what is wrong with it, alone or beside the others. */
function checkedLine(
  { table, key, revision, stated }: StatedLine,
  currency: FigureBook["currency"],
  others: readonly UsualLine[],
): { ok: true; line: WrittenFigure } | Refusal {
  const checked = checkUsualLine(table, { ...stated, row: { ...stated.row, id: key } }, currency);
  if (!checked.ok) return checked;
  return refuseFull(others, table, key) ?? { ok: true, line: { part: table, key, content: checked.content, revision } };
}

/** Adds a usual line, or changes it. */
export function changeLine(
  access: OrganisationManageAccess,
  line: StatedLine,
  origin: RequestOrigin,
): Promise<FigureOutcome> {
  return changeBook(access, async (tx, { currency, lines }): Promise<FigureOutcome> => {
    const checked = checkedLine(line, currency, lines);
    return checked.ok ? writeFigure(tx, access, checked.line, origin) : checked;
  });
}

/** Adds or changes several lines at one stroke, as a file has them: all of them or none. */
export function stateLines(
  access: OrganisationManageAccess,
  changes: readonly StatedLine[],
  origin: RequestOrigin,
): Promise<Outcome> {
  return changeBook(access, async (tx, { currency, lines }): Promise<Outcome> => {
    const taken: UsualLine[] = [...lines];
    const checked = changes.map((line) => {
      const one = checkedLine(line, currency, taken);
      if (line.revision === 0) taken.push(line);
      return one;
    });
    const faults = checked.flatMap((one, place) =>
      one.ok ? [] : one.faults.map(({ key, message }) => ({ key: `${place}.${key}`, message })),
    );
    if (faults.length > 0) return { ok: false, faults };
    const written = checked.flatMap((one) => (one.ok ? [one.line] : []));
    return writeEach(tx, access, written, origin);
  });
}
