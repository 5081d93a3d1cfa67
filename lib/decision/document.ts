import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import type { CostModelFull } from "@/lib/draft/model";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import { statedRows } from "@/lib/draft/scenario/scenario-rows";
import { documentOf } from "@/lib/export/document-json";
import { completeInputs } from "@/lib/model/currency";
import { type Inputs, inputList } from "@/lib/model/inputs";
import { isFigure } from "@/lib/model/inputs/declaration";
import { declaredOf } from "@/lib/model/released/declared-of";
import type { ModelResult } from "@/lib/model/result";
import { ownRowsOf } from "@/lib/model/rows/own-rows";
import { wordsSchema } from "@/lib/schemas/decision/proposal";
import { z } from "@/lib/schemas/zod";
import type { Steps } from "@/lib/steps";
import type { Watched } from "./condition";

/** The format of the document below. It rises where what is written changes; a reader keeps to those that it knows. */
export const documentFormat = "peerbalance decision 1";

const person = z.strictObject({ id: z.uuid(), name: z.string() });
const figure = z.union([z.number(), z.string()]);
/** What other versions may know more of: the signature says that it is as it was written. */
const open = z.record(z.string(), z.json());

/** One input as it stood: `range` is the person's own, else the declared one, null where there is none. */
const frozenInput = z.strictObject({
  value: figure,
  default: figure,
  range: open.nullable(),
  evidence: z.string().nullable(),
  note: z.string(),
  source: z.string(),
});

const results = z.looseObject({
  ranking: z.array(z.string()).min(1),
  architectures: z.record(
    z.string(),
    z.looseObject({
      netPresentCost: z.number(),
      total: z.number(),
      levelisedMonthly: z.number(),
      perUserMonth: z.number().nullable(),
      eligible: z.boolean(),
    }),
  ),
});

const uncertainty = z.looseObject({
  trials: z.number(),
  seed: z.number(),
  architectures: z.record(z.string(), z.looseObject({ cheapest: z.looseObject({ share: z.number() }) })),
});

/** A decision and all that it rests on, frozen. Criteria stand where the model weighs any. */
export const documentSchema = z.strictObject({
  format: z.literal(documentFormat),
  product: z.strictObject({ name: z.string(), version: z.string(), address: z.string() }),
  number: z.int().min(1),
  supersedes: z.int().min(1).nullable(),
  proposedAt: z.iso.datetime(),
  proposedBy: person,
  decision: wordsSchema.extend({
    owner: person,
    approvers: z.array(person).min(1),
    approvalsNeeded: z.int().min(1),
  }),
  model: z.strictObject({
    id: z.uuid(),
    name: z.string(),
    description: z.string(),
    organisation: z.string(),
    revision: z.int(),
    version: z.int(),
    startMonth: z.string(),
    fiscalYearStart: z.int(),
    currency: z.string(),
    currencyRate: z.number(),
    currencyRateDate: z.string().nullable(),
  }),
  inputs: z.record(z.string(), frozenInput),
  rows: z.record(z.string(), z.array(open)),
  scenarios: z.array(
    z.strictObject({
      name: z.string(),
      inputs: z.record(z.string(), figure),
      /** Rows that it adds, changes or leaves out (null), by table and id. */
      rows: z.record(z.string(), z.record(z.string(), open.nullable())).optional(),
    }),
  ),
  drivers: open,
  trials: z.int(),
  seed: z.int(),
  results,
  uncertainty: uncertainty.nullable(),
  criteria: open.nullable(),
});
export type DecisionDocument = z.infer<typeof documentSchema>;

interface Frozen
  extends Pick<DecisionDocument, "product" | "number" | "supersedes" | "proposedAt" | "proposedBy" | "decision"> {
  readonly model: CostModelFull;
  readonly scenarios: readonly ScenarioFull[];
  readonly result: ModelResult;
  readonly uncertainty: UncertaintyDocument | null;
  /** Of the model, where it weighs any. */
  readonly criteria?: Readonly<Record<string, unknown>> | null;
}

/** In steps, the document of a decision, in plain JSON: figures that are not finite are null, as in every document. */
export function* freeze({
  model,
  scenarios,
  result,
  uncertainty: trials,
  criteria = null,
  ...rest
}: Frozen): Steps<DecisionDocument> {
  const { name, description, organisationName, revision, modelVersion } = model;
  const { id, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate } = model;
  const document = {
    format: documentFormat,
    ...rest,
    model: {
      ...{ id, name, description, organisation: organisationName, revision, version: modelVersion },
      ...{ startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate },
    },
    inputs: frozenInputs(model),
    // No result rests on what was billed.
    rows: { ...ownRowsOf(model), billLines: [] },
    scenarios: scenarios.map(({ name, inputs, rows }) => ({ name, inputs, ...statedRows(rows) })),
    drivers: model.drivers,
    trials: model.trials,
    seed: model.seed,
    results: documentOf(result),
    uncertainty: trials,
    criteria,
  };
  yield;
  const plain: unknown = JSON.parse(JSON.stringify(document));
  yield;
  return documentSchema.parse(plain);
}

/** Every input with its value and what is stated beside it. */
function frozenInputs({ inputs: own, notes, currencyRate, modelVersion }: CostModelFull): DecisionDocument["inputs"] {
  const values = completeInputs(own, currencyRate);
  const declared = declaredOf(modelVersion, currencyRate);
  return Object.fromEntries(
    inputList.map(({ key }) => {
      const each = declared.input[key as keyof Inputs];
      const { range, evidence = null, note = "", source = "" } = notes[key as keyof Inputs] ?? {};
      const usual: z.infer<typeof open> | null =
        isFigure(each) && each.low !== undefined
          ? { kind: "declared", low: each.low, high: each.high as number }
          : null;
      const value = values[key as keyof Inputs];
      return [key, { value, default: each.default, range: (range ?? usual) as typeof usual, evidence, note, source }];
    }),
  );
}

/** What the conditions of a record are held against, as it stood. */
export function watchedThen({
  inputs,
  results: { architectures },
  uncertainty: trials,
  model,
}: DecisionDocument): Watched {
  return {
    inputs: Object.fromEntries(Object.entries(inputs).map(([key, { value }]) => [key, value])) as Inputs,
    architectures,
    cheapest: trials && chancesOf(trials.architectures),
    currencyRate: model.currencyRate,
  };
}

/** The same of a model as it stands now. */
export function watchedNow(
  inputs: Inputs,
  currencyRate: number,
  result: ModelResult,
  trials: UncertaintyDocument | null,
): Watched {
  return {
    inputs,
    architectures: result.architectures,
    cheapest: trials && chancesOf(trials.architectures),
    currencyRate,
  };
}

function chancesOf(
  of: Readonly<Record<string, { readonly cheapest: { readonly share: number } }>>,
): Record<string, number> {
  return Object.fromEntries(Object.entries(of).map(([name, { cheapest }]) => [name, cheapest.share]));
}
