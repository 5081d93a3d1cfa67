import type { ZodOpenApiPathsObject } from "zod-openapi";
import { decimalMarks, separators } from "@/lib/value/csv-format";
import { reportPartKeys } from "@/lib/value/report-choice";
import { z } from "../zod";
import { modelDocumentSchema } from "./model-document";
import { json, notRight, notThere, ofModel, operation, paper, pdf, refusal } from "./operation";

/** What stands in docs/api.md of the amounts of a file. */
const amounts =
  "UTF-8 without a byte-order mark. Each amount is rounded by itself, half away from zero, to the currency's minor unit: sums of them may differ from the totals by some minor units.";
const csv = { "text/csv": { schema: z.string() } };
const workbook = {
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
    schema: { type: "string" as const, contentEncoding: "binary" },
  },
};
const marks = {
  separator: z.enum(Object.keys(separators) as [string, ...string[]]).default("comma"),
  decimal: z.enum(Object.keys(decimalMarks) as [string, ...string[]]).default("point"),
};
/** With "today" amounts are what is saved against going on as now; refused where nothing runs today. */
const against = z.enum(["nothing", "today"]).default("nothing");
const ofCsv = { ...ofModel, query: z.object(marks) };

/** The files of a model. */
export const filePaths = {
  "/models/{id}/model.json": {
    get: operation("modelJson", "models:read", "A model with its scenarios and results, as JSON to be imported", {
      requestParams: ofModel,
      responses: {
        "200": {
          description: "Its JSON Schema is at /schemas/model.json, which needs no token.",
          content: json(modelDocumentSchema),
        },
        ...notThere,
        ...notRight,
      },
    }),
  },
  "/models/{id}/report.pdf": {
    get: operation("reportPdf", "models:read", "A report of the model as a tagged PDF", {
      requestParams: {
        ...ofModel,
        query: z.object({
          parts: z
            .string()
            .optional()
            .meta({
              description: `With commas between them, all where it is not given: ${reportPartKeys.join(", ")}.`,
            }),
          paper,
        }),
      },
      responses: {
        "200": {
          description: "The same bytes for the same revision, parts, paper and decision.",
          content: pdf,
        },
        ...notThere,
        ...notRight,
      },
    }),
  },
  "/models/{id}/projection.csv": {
    get: operation(
      "projectionCsv",
      "models:read",
      "Cost by scenario, architecture, view, month and category, as CSV; or what is saved against what runs today",
      {
        requestParams: { ...ofModel, query: z.object({ against, ...marks }) },
        responses: {
          "200": { description: amounts, content: csv },
          ...notThere,
          ...notRight,
        },
      },
    ),
  },
  "/models/{id}/years.csv": {
    get: operation(
      "yearsCsv",
      "models:read",
      "Cost, or what is saved, by scenario, architecture and category a year, as CSV",
      {
        requestParams: {
          ...ofModel,
          query: z.object({ by: z.enum(["year", "fiscal-year"]).default("year"), against, ...marks }),
        },
        responses: {
          "200": { description: amounts, content: csv },
          ...notThere,
          ...notRight,
        },
      },
    ),
  },
  "/models/{id}/uncertainty.csv": {
    get: operation(
      "uncertaintyCsv",
      "models:read",
      "What the trials of a model say: architecture, figure, statistic, value, standard error, as CSV",
      {
        requestParams: ofCsv,
        responses: {
          "200": {
            description:
              "Of as many trials as are stored with the model, up to 10,000. UTF-8 without a byte-order mark.",
            content: csv,
          },
          ...notThere,
          ...notRight,
        },
      },
    ),
  },
  "/models/{id}/model.xlsx": {
    get: operation(
      "workbook",
      "models:read",
      "The model as a workbook: every figure a formula, a scenario to be chosen in one cell",
      {
        requestParams: ofModel,
        responses: {
          "200": {
            description: "The same bytes as the download of the page. Quantiles of trials stand in it as values.",
            content: workbook,
          },
          ...notThere,
          ...notRight,
          "503": refusal("The workbook could not be made just now."),
        },
      },
    ),
  },
  "/models/{id}/inputs.csv": {
    get: operation("inputsCsv", "models:read", "Inputs, own lines and notes, as CSV that can be imported again", {
      requestParams: ofCsv,
      responses: { "200": { description: "UTF-8 without a byte-order mark.", content: csv }, ...notThere },
    }),
  },
} satisfies ZodOpenApiPathsObject;
