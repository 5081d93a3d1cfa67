import { architectures, views } from "@/lib/model/architectures";
import { headSchema } from "../draft";
import { z } from "../zod";
import { customLinesSchema, inputsSchema } from "./model-resource";

export const evaluationRequestSchema = z
  .strictObject({
    inputs: inputsSchema.optional(),
    customLines: customLinesSchema.optional(),
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
  .meta({ id: "EvaluationRequest", description: "Figures to evaluate; nothing of them is saved." });

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
  })
  .meta({ id: "Evaluation" });
