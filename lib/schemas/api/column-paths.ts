import type { ZodOpenApiPathsObject } from "zod-openapi";
import { rowTables } from "@/lib/model/rows/own-rows";
import { z } from "../zod";
import { columnListSchema, statedColumnSchema } from "./columns";
import { json, notRight, operation, refusal } from "./operation";

const ofColumn = {
  path: z.object({
    table: z.enum(rowTables),
    name: z
      .string()
      .max(100)
      .meta({ description: "What a column is called; capitals, spaces and marks do not count." }),
  }),
};

/** What the organisation reads the columns of pasted tables as. */
export const columnPaths = {
  "/columns": {
    get: operation("listColumns", "models:read", "What columns of pasted tables are read as", {
      responses: { "200": { description: "All that are named.", content: json(columnListSchema) } },
    }),
  },
  "/columns/{table}/{name}": {
    put: operation("nameColumn", "figures:write", "Say what a column is read as", {
      requestParams: ofColumn,
      requestBody: { required: true, content: json(statedColumnSchema) },
      responses: {
        "204": { description: "It is read so from now on." },
        "400": refusal("The body is no JSON."),
        "404": refusal("There is no such table."),
        ...notRight,
      },
    }),
    delete: operation("forgetColumn", "figures:write", "Forget what a column is read as", {
      requestParams: ofColumn,
      responses: {
        "204": { description: "The next import asks again." },
        "404": refusal("It is not named, or there is no such table."),
      },
    }),
  },
} satisfies ZodOpenApiPathsObject;
