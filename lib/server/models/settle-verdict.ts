import "server-only";
import { verdictOf } from "@/lib/analysis/verdict/verdict";
import { verdictSentence } from "@/lib/analysis/verdict/verdict-words";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { withCanonicalMarks } from "@/lib/server/runtime/canonical-marks";
import { inScope, type Scope } from "@/lib/server/runtime/scope";
import { uncertaintyForPage } from "@/lib/server/uncertainty/run-uncertainty";
import { declareInTurns } from "./declare-in-turns";
import { figuresSelect, readStoredFigures } from "./stored-figures";

/** Of one list, so many are caught up with. */
const mostListed = 3;
/** They bear the chance that a list says to a hundredth or two, and take a tenth of the usual ones' time. */
const trials = 1000;

interface OfModel {
  readonly modelId: string;
  readonly organisationId: string;
}

/**
 * Works out what the trials of some models of a list say, and stores it for the next view of the list. Nothing is stored where a model was
 * saved in the meantime, or its trials cannot be run: a list then says what the base run says.
 */
export async function settleListed(user: AuthenticatedUser, untried: readonly OfModel[]): Promise<void> {
  for (const of of untried.slice(0, mostListed)) {
    await settle({ user: user.id }, of);
  }
}

async function settle(scope: Scope, { modelId, organisationId }: OfModel): Promise<void> {
  const where = { id: modelId, organisationId, archivedAt: null, deletedAt: null, verdict: null };
  const row = await inScope(scope, (tx) =>
    tx.costModel.findFirst({
      where,
      select: { ...figuresSelect, revision: true },
    }),
  );
  if (row === null) return;
  const figures = readStoredFigures(row);
  const inputs = completeInputs(figures.inputs, figures.currencyRate);
  await declareInTurns(figures);
  const outcome = tryEvaluate(inputs, figures);
  const run = outcome.ok ? await uncertaintyForPage({ ...figures, trials }) : null;
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
