import "server-only";
import type { FigureBook, FigureOutcome, LineTable } from "@/lib/draft/figures/organisation-figure";
import { type InputKey, input } from "@/lib/model/inputs";
import { mostRows } from "@/lib/model/rows/fields";
import { tableNames } from "@/lib/model/rows/table-names";
import { type Outcome, type Refusal, refused } from "@/lib/outcome";
import { checkStatedFigure, checkUsualLine } from "@/lib/schemas/organisation-figures";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import { refuseAbove } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import { inputName } from "@/lib/value/input-name";
import { readBook } from "./figure-rows";
import { FigureChanged, staleFigure, writeFigure } from "./write-figure";

/** What a change of one figure is made of; without a content it is removed. */
interface Change {
  revision: number;
  stated: unknown;
}

const limit = { points: 120, seconds: 60 };

/** Does one counted change of what an organisation states, in one transaction. */
export async function changeBook<O>(
  access: OrganisationManageAccess,
  change: (tx: ScopedTransaction, book: FigureBook) => Promise<O>,
): Promise<O | Refusal> {
  const message = `You have changed figures ${limit.points} times within a minute. Wait a minute, then try again.`;
  const tooOften = await refuseAbove("figures", access.user.id, limit, message);
  if (tooOften) return tooOften;
  try {
    return await inScope(access.scope, async (tx) => change(tx, await readBook(tx, access.organisationId)));
  } catch (error) {
    if (error instanceof FigureChanged) return staleFigure;
    throw error;
  }
}

/** States a figure for an input, or changes it. */
export function changeFigure(
  access: OrganisationManageAccess,
  key: InputKey,
  { revision, stated }: Change,
  origin: RequestOrigin,
): Promise<FigureOutcome> {
  return changeBook(access, async (tx, { currency }): Promise<FigureOutcome> => {
    const checked = checkStatedFigure(key, stated, currency);
    if (!checked.ok) return { ok: false, faults: checked.faults };
    return writeFigure(tx, access, { part: "inputs", key, content: checked.content, revision }, origin);
  });
}

/** States several figures at one stroke, as a file has them: all of them or none. */
export function stateFigures(
  access: OrganisationManageAccess,
  changes: readonly (Change & { key: InputKey })[],
  origin: RequestOrigin,
): Promise<Outcome> {
  return changeBook(access, async (tx, { currency }): Promise<Outcome> => {
    const checked = changes.map(({ key, revision, stated }) => ({
      key,
      revision,
      ...checkStatedFigure(key, stated, currency),
    }));
    const faults = checked.flatMap((one) =>
      one.ok
        ? []
        : one.faults.map(({ message }) => ({ key: one.key, message: `${inputName(input[one.key])}: ${message}` })),
    );
    if (faults.length > 0) return { ok: false, faults };
    for (const one of checked) {
      if (!one.ok) continue;
      const { key, content, revision } = one;
      const outcome = await writeFigure(tx, access, { part: "inputs", key, content, revision }, origin);
      if (!outcome.ok) throw new FigureChanged();
    }
    return { ok: true };
  });
}

/** Adds a usual line, or changes it. */
export function changeLine(
  access: OrganisationManageAccess,
  table: LineTable,
  key: string,
  { revision, stated }: { revision: number; stated: { row: unknown; isBegunWith: boolean } },
  origin: RequestOrigin,
): Promise<FigureOutcome> {
  return changeBook(access, async (tx, { currency, lines }): Promise<FigureOutcome> => {
    const row = { ...(stated.row as object), id: key };
    const checked = checkUsualLine(table, { ...stated, row }, currency);
    if (!checked.ok) return { ok: false, faults: checked.faults };
    const full = refuseFull(lines, table, key);
    return full ?? writeFigure(tx, access, { part: table, key, content: checked.content, revision }, origin);
  });
}

/** The refusal where a table has no room for a line beside the others. */
export function refuseFull(lines: FigureBook["lines"], table: LineTable, key: string): Refusal | null {
  const others = lines.filter((line) => line.table === table && line.key !== key).length;
  if (others < mostRows[table]) return null;
  return refused("form", `${tableNames[table]}: at most ${mostRows[table]} can be kept. Remove some first.`);
}

/** Removes a figure or a line; its history stays, and brings it back. */
export function removeFigure(
  access: OrganisationManageAccess,
  { part, key, revision }: { part: "inputs" | LineTable; key: string; revision: number },
  origin: RequestOrigin,
): Promise<FigureOutcome> {
  return changeBook(access, (tx) => writeFigure(tx, access, { part, key, content: null, revision }, origin));
}
