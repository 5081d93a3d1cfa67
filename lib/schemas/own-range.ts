import { shown } from "@/lib/draft/inputs";
import { mostChoices, mostSamples } from "@/lib/draft/uncertainty/ranges";
import { evidenceKinds, rangeKinds } from "@/lib/model/spread/own-range";
import { formatWhole } from "@/lib/value/format";
import { z } from "./zod";

const figure = (what: string) => z.number({ error: ({ input }) => `${what} must be a number; ${shown(input)}.` });
const figures = (what: string, most: number) =>
  z
    .array(figure(`Each of the ${what}`), { error: `The ${what} of a range must be a list of numbers.` })
    .max(most, `A range may have ${formatWhole(most)} ${what}. Leave some out.`);

/** An own range of an input, money in the model's currency. What it means for the input is checked by checkRanges (lib/draft/uncertainty/ranges.ts). */
export const ownRangeSchema = z
  .discriminatedUnion(
    "kind",
    [
      z.strictObject({ kind: z.literal("range"), low: figure("Low"), high: figure("High") }),
      z.strictObject({ kind: z.literal("uniform"), least: figure("Least"), greatest: figure("Greatest") }),
      z.strictObject({
        kind: z.literal("triangular"),
        least: figure("Least"),
        likeliest: figure("Likeliest"),
        greatest: figure("Greatest"),
      }),
      z.strictObject({
        kind: z.literal("choices"),
        values: figures("values", mostChoices),
        weights: figures("weights", mostChoices),
      }),
      z.strictObject({ kind: z.literal("samples"), values: figures("values", mostSamples) }),
    ],
    { error: `A range must have a kind, one of ${rangeKinds.join(", ")}, and its figures.` },
  )
  .meta({
    id: "OwnRange",
    description:
      "What else an input may turn out to be. `range`: one time in ten it is lower than `low`, one time in ten higher than `high`, and its value is the median. `uniform`, `triangular`: between two ends. `choices`: 2 to 20 values with weights above 0. `samples`: 5 to 2,000 measured values.",
  });

export const evidenceSchema = z
  .enum(evidenceKinds, {
    error: ({ input }) => `Evidence must be one of ${evidenceKinds.join(", ")}; ${shown(input)}.`,
  })
  .meta({
    description:
      "What is known of the value: `certain` (contracted) ones are not drawn unless they have an own range, `measured` ones over half the declared range, `estimated` ones over the whole.",
  });
