import { architectures, views } from "@/lib/model/architectures";
import { headSchema } from "../draft";
import { evidenceSchema, ownRangeSchema } from "../own-range";
import { text } from "../text";
import { driversSchema, seedSchema } from "../uncertainty-settings";
import { z } from "../zod";
import { mostTrialsOfRequest } from "./evaluation-request";
import { inputsSchema, rowsShape } from "./model-resource";

export const trialsSchema = z
  .int()
  .multipleOf(1_000)
  .gte(1_000)
  .lte(mostTrialsOfRequest)
  .meta({ description: "How many trials, a multiple of 1,000 up to 10,000." });

export const evaluationRequestSchema = z
  .strictObject({
    inputs: inputsSchema.optional(),
    ...z.strictObject(rowsShape).partial().shape,
    ranges: z
      .record(text("The name of an input"), ownRangeSchema)
      .optional()
      .meta({ description: "Own ranges by the key of their input, in the place of the usual ones." }),
    evidence: z
      .record(text("The name of an input"), evidenceSchema)
      .optional()
      .meta({ description: "What is known of inputs, by their keys." }),
    drivers: driversSchema.optional(),
    trials: trialsSchema.optional(),
    seed: seedSchema.optional(),
    currency: headSchema.shape.currency
      .optional()
      .meta({ description: "Of all money in the figures; USD where it is not given." }),
    currencyRate: headSchema.shape.currencyRate.meta({
      description: "What one US dollar is in the currency: defaults and bounds of money are multiplied by it.",
    }),
    currencyRateDate: headSchema.shape.currencyRateDate.meta({
      description: "The day of the rate; it may be left out.",
    }),
  })
  .meta({
    id: "EvaluationRequest",
    description:
      "Figures to evaluate; nothing of them is saved. Where ranges, evidence, drivers, trials or seed is given, trials are run too: 10,000 unless `trials` says otherwise, with seed 1 unless `seed` does.",
  });

const share = z.looseObject({ share: z.number(), standardError: z.number() });

const uncertaintySchema = z
  .looseObject({
    seed: z.int(),
    trials: z.int(),
    kept: z.int().meta({ description: "Trials that kept the rules between inputs." }),
    leftOut: z
      .record(z.string(), z.int())
      .meta({ description: "How many did not, by the rule that they broke first." }),
    drivers: z.record(z.string(), z.string()),
    drawn: z.array(z.string()).meta({ description: "What was drawn: keys of inputs, then own lines as line:ID." }),
    base: z.looseObject({ ranking: z.array(z.enum(architectures)), rival: z.enum(architectures) }),
    choice: z.record(z.string(), z.enum(architectures)),
    architectures: z
      .record(z.string(), z.looseObject({ cheapest: share }))
      .meta({ description: "Summaries of costs, and shares of trials, by architecture." }),
    noneEligible: z.number(),
    pairs: z.record(z.string(), z.record(z.string(), z.looseObject({ cheaper: share }))),
    inputs: z
      .array(z.looseObject({ key: z.string(), firstOrder: z.number(), firstPlace: z.number(), evppi: z.number() }))
      .meta({ description: "How far each moves the comparison, and what knowing it would be worth." }),
    groups: z.array(z.looseObject({ driver: z.string(), members: z.array(z.string()) })),
    together: z.number(),
    evpi: z.strictObject({ value: z.number(), standardError: z.number() }),
  })
  .meta({ id: "Uncertainty", description: "What the trials say; money unrounded, in the currency of the figures." });

const series = z.array(z.number()).meta({ description: "By month, 0 (set-up) to the horizon." });
const view = z.looseObject({ lines: z.record(z.string(), series), total: series });

const architectureSchema = z
  .looseObject({
    views: z.strictObject(Object.fromEntries(views.map((name) => [name, view]))),
    total: z.number().meta({ description: "Sum of cash over the horizon." }),
    netPresentCost: z.number(),
    levelisedMonthly: z.number(),
    feasible: z.boolean(),
    permitted: z.boolean(),
    meetsAvailability: z.boolean(),
    meetsAnnualLoss: z.boolean(),
    eligible: z.boolean(),
    quantities: z.record(z.string(), z.union([series, z.number().nullable()])),
  })
  .meta({
    id: "ArchitectureResult",
    description: "What the model says of one architecture; unrounded, in the model's currency.",
  });

const byArchitecture = <S extends z.ZodType>(schema: S) =>
  z.strictObject(Object.fromEntries(architectures.map((name) => [name, schema])));

export const evaluationSchema = z
  .strictObject({
    modelVersion: z.int(),
    currency: z.string(),
    months: z.array(z.int()),
    ranking: z
      .array(z.enum(architectures))
      .meta({ description: "Eligible ones first, each group by net present cost." }),
    breakEven: byArchitecture(z.record(z.string(), z.int().nullable())).meta({
      description:
        "breakEven[a][b]: the first month from which a's cumulative cash never again exceeds b's; null where it ends above.",
    }),
    architectures: byArchitecture(architectureSchema),
    uncertainty: uncertaintySchema.optional().meta({ description: "Where trials were asked for." }),
  })
  .meta({ id: "Evaluation" });
