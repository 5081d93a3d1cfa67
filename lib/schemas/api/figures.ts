import { lineTables } from "@/lib/model/rows/line-tables";
import { statedFigureSchema } from "../organisation-figures";
import { text } from "../text";
import { z } from "../zod";

/** A figure of an organisation as the API gives it. */
export const figureSchema = statedFigureSchema
  .extend({
    key: text("Key").meta({ description: "The key of the input." }),
    currency: text("Currency").nullable().meta({ description: "Of money; null for all else." }),
    revision: z.int().min(1),
    changedAt: z.iso.datetime(),
    changedBy: text("Name"),
  })
  .meta({ id: "Figure" });

/** A line that most models of an organisation have. */
export const usualLineSchema = z
  .strictObject({
    table: z.enum(lineTables),
    row: z
      .looseObject({ id: text("Id") })
      .meta({ description: "As that table of a model has it; its `id` names the line." }),
    isBegunWith: z.boolean().meta({ description: "Whether new models begin with it." }),
    currency: text("Currency"),
    revision: z.int().min(1),
    changedAt: z.iso.datetime(),
    changedBy: text("Name"),
  })
  .meta({ id: "UsualLine" });

export const figureListSchema = z
  .strictObject({
    currency: text("Currency"),
    currencyRate: z.number(),
    currencyRateDate: z.iso.date().nullable(),
    figures: z.array(figureSchema),
    lines: z.array(usualLineSchema),
  })
  .meta({ id: "FigureList" });

/** What was stated before, the newest first. */
const revisionsOf = <S extends z.ZodType>(stated: S) =>
  z.strictObject({
    revisions: z.array(
      z.strictObject({
        number: z.int().min(1),
        at: z.iso.datetime(),
        author: text("Name"),
        restoredFrom: z.int().nullable().meta({ description: "The revision that it brought back." }),
        stated: stated.nullable().meta({ description: "Null where it was removed." }),
      }),
    ),
  });

const rest = { revision: true, changedAt: true, changedBy: true } as const;
export const figureRevisionsSchema = revisionsOf(figureSchema.omit({ ...rest, key: true }));
export const lineRevisionsSchema = revisionsOf(usualLineSchema.omit({ ...rest, table: true }));
