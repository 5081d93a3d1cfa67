import { type WatchedFigure, watchedFigures, watchedInputs } from "@/lib/draft/watched";
import { architectures } from "@/lib/model/architectures";
import { z } from "../zod";

const figureKeys = Object.keys(watchedFigures) as [WatchedFigure, ...WatchedFigure[]];

const threshold = {
  is: z.enum(["above", "below"], { error: "Choose above or below." }),
  than: z.number({ error: "A condition needs a number as its threshold." }),
};

/** What reopens a decision: an input or a figure beyond a threshold; money in the currency of the record, shares from 0 to 1. */
export const conditionSchema = z.discriminatedUnion("of", [
  z.strictObject({
    of: z.literal("input"),
    input: z.enum(watchedInputs.map(({ key }) => key) as [string, ...string[]], {
      error: "Choose an input that is a number.",
    }),
    ...threshold,
  }),
  z.strictObject({
    of: z.literal("figure"),
    figure: z.enum(figureKeys),
    architecture: z.enum(architectures),
    ...threshold,
  }),
]);
export type Condition = z.infer<typeof conditionSchema>;
