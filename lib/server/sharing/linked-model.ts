import "server-only";
import { followingWhere } from "@/lib/draft/figures/take-figures";
import type { ModelDraft } from "@/lib/draft/model";
import type { UncertainDraft } from "@/lib/draft/uncertainty/uncertainty-request";
import { completeInputs } from "@/lib/model/currency";
import { evaluateWhole, netPresentOf, tryEvaluate } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import { refusalWords } from "@/lib/model/refusal";
import type { ModelResult, NetPresentCosts } from "@/lib/model/result";
import type { LinkViewAccess } from "@/lib/server/access/link";
import { declareInTurns } from "@/lib/server/models/declare-in-turns";
import { monthText } from "@/lib/server/models/start-month";
import { readStoredFigures } from "@/lib/server/models/stored-figures";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import { readShareLink, type ShareLinkRow } from "@/lib/server/sharing/sql";

/**
 * A model as a link shows it. What the link leaves out is not in it: neither inputs and lines of pay, nor notes. Nor is what no link shows:
 * the bill, and which of its organisation's figures an input was taken from.
 */
export interface LinkedModel extends ModelDraft {
  templateKey: string | null;
  /** The version that the model keeps to. */
  modelVersion: number;
  /** The revision that is shown, and whether the link keeps to it. */
  revision: number;
  isFrozen: boolean;
  /** ISO 8601, UTC. */
  changedAt: string;
  expiresAt: string;
  leavesOutPay: boolean;
  leavesOutNotes: boolean;
  leavesOutComments: boolean;
}

/**
 * What the link's figures come to, with pay whether or not it is shown. For the server alone: what goes out of it is made of costsOf and
 * of sentences and tables of results.
 */
export type LinkedResult =
  | { result: ModelResult; netPresent: () => NetPresentCosts; inputs: Inputs }
  | { problem: string };

/** What a link opens. `evaluate` and `whole` hold pay whether or not it is shown: for the server alone. */
export interface LinkedFigures {
  model: LinkedModel;
  evaluate: () => Promise<LinkedResult>;
  /** The figures on which the answer and the trials rest. */
  whole: () => UncertainDraft;
}

/** The model behind a link, or null where it was withdrawn since access was proven. */
export async function loadLinkedModel(access: LinkViewAccess, tx?: ScopedTransaction): Promise<LinkedFigures | null> {
  const row = await readShareLink(access.link, tx && { tx });
  if (row === null) return null;
  const stored: LinkedModel = {
    name: row.name,
    description: row.description,
    startMonth: monthText(row.startMonth),
    fiscalYearStart: row.fiscalYearStart,
    currency: row.currency,
    ...readStoredFigures({ ...row, id: row.linkId }),
    // What an organisation is billed is its own, whatever the link shows.
    billLines: [],
    templateKey: row.templateKey,
    modelVersion: row.modelVersion,
    revision: row.revision,
    isFrozen: row.isFrozen,
    changedAt: row.changedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    leavesOutPay: row.leavesOutPay,
    leavesOutNotes: row.leavesOutNotes,
    leavesOutComments: row.leavesOutComments,
  };
  const model = followingWhere(stored, () => false);
  return { model, evaluate: () => evaluateLinked(row), whole: () => wholeOf(row) };
}

function wholeOf(row: ShareLinkRow) {
  return readStoredFigures({
    ...row,
    id: row.linkId,
    inputs: row.evaluatedInputs,
    customLines: row.evaluatedLines,
    rows: row.evaluatedRows,
    notes: row.evaluatedNotes,
  });
}

async function evaluateLinked(row: ShareLinkRow): Promise<LinkedResult> {
  const whole = wholeOf(row);
  const inputs = completeInputs(whole.inputs, whole.currencyRate);
  await declareInTurns(whole);
  const outcome = tryEvaluate(inputs, whole);
  if (!outcome.ok) return { problem: refusalWords(outcome) };
  return { result: outcome.result, netPresent: () => netPresentOf(evaluateWhole(inputs, whole)), inputs };
}
