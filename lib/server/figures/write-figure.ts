import "server-only";
import type { FigureContent, FigureOutcome, LineContent } from "@/lib/draft/figures/organisation-figure";
import type { CurrencyPart } from "@/lib/draft/model-parts";
import { refused } from "@/lib/outcome";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import { type AuditAction, recordEvents } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import type { FigurePart } from "./figure-rows";
import { addFigures, changeFigures, holdFigures } from "./sql";

export interface WrittenFigure {
  part: FigurePart;
  key: string;
  /** Null removes it; its history stays. */
  content: FigureContent | LineContent | CurrencyPart | null;
  /** The revision that this was made from, 0 for what the organisation does not state yet. */
  revision: number;
  /** The revision that it brings back. */
  restoredFrom?: number;
}

export const staleFigure = refused(
  "form",
  "Another person has changed this since the page was loaded. Note what you typed, then load the page again.",
  "changed",
);

/** Thrown in a change of several figures, so that none of it is done; changeBook answers with `staleFigure`. */
export class FigureChanged extends Error {}

function actionOf(
  { part, content }: Pick<WrittenFigure, "part" | "content">,
  restoredFrom: number | null,
): AuditAction {
  if (part === "currency") return "figure.currency";
  if (restoredFrom !== null) return "figure.restored";
  return content === null ? "figure.removed" : "figure.changed";
}

const placeOf = ({ part, key }: { part: string; key: string }) => `${part} ${key}`;

/** Writes one figure, as writeFigures does. */
export async function writeFigure(
  tx: ScopedTransaction,
  access: OrganisationManageAccess,
  figure: WrittenFigure,
  origin: RequestOrigin,
): Promise<FigureOutcome> {
  const [revision] = (await writeFigures(tx, access, [figure], origin)) ?? [];
  return revision === undefined ? staleFigure : { ok: true, revision };
}

/**
 * Writes figures over the revisions that they were made from, and what was done into the audit log, by the same few statements however many
 * they are.
 *
 * @returns the new revision of each; null where another person was first with one of them, or one is named twice: what is written of the others
 *   must then be undone
 */
export async function writeFigures(
  tx: ScopedTransaction,
  access: OrganisationManageAccess,
  figures: readonly WrittenFigure[],
  origin: RequestOrigin,
): Promise<number[] | null> {
  const known = await holdFigures(tx, access.organisationId, figures);
  const placed = figures.map((figure) => {
    const { id, revision = 0, isRemoved = false } = known.get(placeOf(figure)) ?? {};
    // What was removed is stated anew from nothing.
    const before = figure.revision === 0 && isRemoved ? revision : figure.revision;
    return { ...figure, id, before, restoredFrom: figure.restoredFrom ?? null, isStale: before !== revision };
  });
  if (placed.some(({ isStale }) => isStale)) return null;
  const ids = new Map([...known].map(([place, { id }]) => [place, id]));
  const added = placed.filter(({ id }) => id === undefined);
  for (const row of await addFigures(tx, access, added)) ids.set(placeOf(row), row.id);
  if (ids.size !== figures.length) return null;
  const changed = placed.flatMap(({ id, ...figure }) => (id === undefined ? [] : [{ ...figure, id }]));
  await changeFigures(tx, access, changed);
  await recordEvents(
    tx,
    access,
    origin,
    placed.map(({ before, restoredFrom, ...figure }) => ({
      action: actionOf(figure, restoredFrom),
      subjectType: "figure",
      subjectId: ids.get(placeOf(figure)) as string,
      detail: { revision: before + 1, ...(restoredFrom !== null && { restored: restoredFrom }) },
    })),
  );
  return placed.map(({ before }) => before + 1);
}
