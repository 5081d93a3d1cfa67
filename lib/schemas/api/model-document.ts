import { documentFormat } from "@/lib/draft/model-document";
import { mostScenarios } from "@/lib/draft/scenario/scenario";
import { architectures } from "@/lib/model/architectures";
import { z } from "../zod";
import { evaluationSchema } from "./evaluation";
import { draftFields, inputsSchema, scenarioRowsSchema } from "./model-resource";

const { months, ranking, breakEven } = evaluationSchema.shape;

/** Of a link that leaves out pay there are costs alone. */
const resultSchema = z
  .strictObject({
    scenario: z.string().meta({ description: "Base for the model's own figures." }),
    months,
    ranking,
    breakEven: breakEven.optional(),
    architectures: z.strictObject(
      Object.fromEntries(architectures.map((name) => [name, z.looseObject({ eligible: z.boolean() })])),
    ),
  })
  .meta({ description: "The result of one scenario, unrounded, in the model's currency." });

/** model.json. What is read of it again is checked by lib/import/model-json.ts, whose words name every fault. */
export const modelDocumentSchema = z
  .strictObject({
    $schema: z.url(),
    format: z.literal(documentFormat),
    digest: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/)
      .meta({ description: "Of modelVersion, model and scenarios, as JSON with names in order and without spaces." }),
    modelVersion: z.int().meta({ description: "Version of formulas and defaults that the model keeps to." }),
    revision: z.int(),
    changedAt: z.iso.datetime(),
    leavesOut: z
      .array(z.enum(["pay", "notes"]))
      .optional()
      .meta({ description: "What the link that the file is from does not show." }),
    model: z.strictObject({ ...draftFields, templateKey: z.string().nullable() }),
    scenarios: z
      .array(z.strictObject({ name: z.string(), inputs: inputsSchema, rows: scenarioRowsSchema.optional() }))
      .max(mostScenarios),
    results: z.array(resultSchema),
  })
  .meta({ description: "A model with its scenarios and their results; importing it gives an equal model." });

/** The published JSON Schema of model.json. */
export function modelDocumentJsonSchema(address: string): object {
  return { $id: address, title: "model.json of Peerbalance", ...z.toJSONSchema(modelDocumentSchema, { io: "input" }) };
}
