import "server-only";
import type { FigureBook, FigureOutcome } from "@/lib/draft/figures/organisation-figure";
import { type InputKey, input } from "@/lib/model/inputs";
import type { LineTable } from "@/lib/model/rows/line-tables";
import type { Outcome, Refusal } from "@/lib/outcome";
import { checkStatedFigure } from "@/lib/schemas/organisation-figures";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import { refuseAbove } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import { inputName } from "@/lib/value/input-name";
import { readBook } from "./figure-rows";
import { FigureChanged, staleFigure, type WrittenFigure, writeFigure, writeFigures } from "./write-figure";

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
    const written = checked.flatMap((one) => (one.ok ? [{ ...one, part: "inputs" as const }] : []));
    return writeEach(tx, access, written, origin);
  });
}

/** @throws FigureChanged where another person was first with one of them */
export async function writeEach(
  tx: ScopedTransaction,
  access: OrganisationManageAccess,
  figures: readonly WrittenFigure[],
  origin: RequestOrigin,
): Promise<{ ok: true }> {
  if (figures.length > 0 && (await writeFigures(tx, access, figures, origin)) === null) throw new FigureChanged();
  return { ok: true };
}

/** Removes a figure or a line; its history stays, and brings it back. */
export function removeFigure(
  access: OrganisationManageAccess,
  { part, key, revision }: { part: "inputs" | LineTable; key: string; revision: number },
  origin: RequestOrigin,
): Promise<FigureOutcome> {
  return changeBook(access, (tx) => writeFigure(tx, access, { part, key, content: null, revision }, origin));
}
