import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { verdictOf } from "@/lib/analysis/verdict/verdict";
import { verdictSentence } from "@/lib/analysis/verdict/verdict-words";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { withCanonicalMarks } from "@/lib/server/runtime/canonical-marks";
import { inScope, type Scope } from "@/lib/server/runtime/scope";
import { uncertaintyForPage } from "@/lib/server/uncertainty/run-uncertainty";
import { figuresSelect, readStoredFigures } from "./stored-figures";

/** Whoever types saves again and again: the trials wait until a model has rested so long, ms. */
const rest = 3000;
/** Of one list, so many are caught up with. */
const mostListed = 3;

interface OfModel {
  readonly modelId: string;
  readonly organisationId: string;
}

/**
 * Works out what the trials of a model say, once it has rested, and stores it for lists. Nothing is stored where it was saved again in the
 * meantime, or the trials cannot be run: a list then says what the base run says.
 *
 * @param revision what was saved
 */
export async function settleVerdict(scope: Scope, of: OfModel, revision: number): Promise<void> {
  await pause(rest, undefined, { ref: false });
  await settle(scope, of, revision);
}

/** Catches up with some models of a list whose trials have not run. */
export async function settleListed(user: AuthenticatedUser, untried: readonly OfModel[]): Promise<void> {
  for (const of of untried.slice(0, mostListed)) {
    await settle({ user: user.id }, of);
  }
}

async function settle(scope: Scope, { modelId, organisationId }: OfModel, revision?: number): Promise<void> {
  const where = { id: modelId, organisationId, archivedAt: null, deletedAt: null, verdict: null };
  const row = await inScope(scope, (tx) =>
    tx.costModel.findFirst({
      where: { ...where, ...(revision !== undefined && { revision }) },
      select: { ...figuresSelect, revision: true },
    }),
  );
  if (row === null) return;
  const figures = readStoredFigures(row);
  const inputs = completeInputs(figures.inputs, figures.currencyRate);
  const outcome = tryEvaluate(inputs, figures.customLines);
  const run = outcome.ok ? await uncertaintyForPage(figures) : null;
  if (!outcome.ok || run?.kind !== "done") return;
  const { result } = outcome;
  const verdict = withCanonicalMarks(() =>
    verdictSentence({
      verdict: verdictOf({ result, inputs, uncertainty: run.document }),
      ...{ result, inputs, currency: row.currency },
    }),
  );
  await inScope(scope, (tx) =>
    tx.costModel.updateMany({ where: { ...where, revision: row.revision }, data: { verdict } }),
  );
}
