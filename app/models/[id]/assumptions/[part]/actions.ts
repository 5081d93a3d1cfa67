"use server";

import { z } from "zod";
import { namedColumnsSchema, rememberColumns } from "@/lib/server/columns/column-names";
import { action } from "@/lib/server/http/action";

const id = z.uuid("This names no model.");

/** Remembers what columns of pasted tables are read as, for the organisation of the model. */
export const rememberColumnsAction = action(
  { name: "rememberColumnsAction", requires: "edit", input: z.tuple([id, namedColumnsSchema]) },
  async ({ input: [, given], access, origin }) => rememberColumns(access, given, origin),
);
