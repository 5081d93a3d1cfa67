import "server-only";
import type { FigureContent, FigureOutcome, LineContent } from "@/lib/draft/figures/organisation-figure";
import type { CurrencyPart } from "@/lib/draft/model-parts";
import { refused } from "@/lib/outcome";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import { type AuditAction, recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import { Prisma } from "@/prisma/generated/client";
import type { FigurePart } from "./figure-rows";

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

const actionOf = ({ part, content, restoredFrom }: WrittenFigure): AuditAction => {
  if (part === "currency") return "figure.currency";
  if (restoredFrom !== undefined) return "figure.restored";
  return content === null ? "figure.removed" : "figure.changed";
};

/**
 * Writes one figure over the revision that it was made from, and what was done into the audit log. Where another person was first, nothing
 * is changed: the number is checked by the statement itself.
 */
export async function writeFigure(
  tx: ScopedTransaction,
  access: OrganisationManageAccess,
  figure: WrittenFigure,
  origin: RequestOrigin,
): Promise<FigureOutcome> {
  const { user, organisationId } = access;
  const { part, key, content, restoredFrom = null } = figure;
  const where = { organisationId, part, key };
  const known = await tx.organisationFigure.findFirst({ where, select: { id: true, revision: true, content: true } });
  // What was removed is stated anew from nothing.
  const before = figure.revision === 0 && known?.content === null ? known.revision : figure.revision;
  const changed = {
    content: content === null ? Prisma.DbNull : (content as unknown as Prisma.InputJsonObject),
    revision: before + 1,
    restoredFrom,
    changedById: user.id,
    changedAt: new Date(),
  };
  const { count } =
    before === 0
      ? await tx.organisationFigure.createMany({ data: { ...where, ...changed }, skipDuplicates: true })
      : await tx.organisationFigure.updateMany({ where: { ...where, revision: before }, data: changed });
  if (count === 0) return staleFigure;
  const { id } = known ?? (await tx.organisationFigure.findFirstOrThrow({ where, select: { id: true } }));
  await recordEvent(tx, access, origin, {
    action: actionOf(figure),
    subjectType: "figure",
    subjectId: id,
    detail: { revision: changed.revision, ...(restoredFrom !== null && { restored: restoredFrom }) },
  });
  return { ok: true, revision: changed.revision };
}
