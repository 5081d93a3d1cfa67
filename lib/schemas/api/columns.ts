import { rowTables } from "@/lib/model/rows/own-rows";
import { text } from "../text";
import { z } from "../zod";

/** What a column is to be read as. */
export const statedColumnSchema = z
  .strictObject({
    key: text("Key").max(60).nullable().meta({
      description: "The key of a field of the table, or of what a list of machines says; null leaves it out.",
    }),
  })
  .meta({ id: "StatedColumn" });

export const columnListSchema = z
  .strictObject({
    columns: z.array(
      z.strictObject({
        table: z.enum(rowTables),
        name: text("Name").meta({ description: "Without capitals, spaces and marks." }),
        key: text("Key").nullable(),
        changedAt: z.iso.datetime(),
        changedBy: text("Name"),
      }),
    ),
  })
  .meta({ id: "ColumnList" });
