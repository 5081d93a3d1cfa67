import { createDocument, type ZodOpenApiOperationObject } from "zod-openapi";
import { modelSorts } from "@/lib/draft/model-listing";
import { type ApiScope, apiScopes, apiScopeWords } from "@/lib/organisations/api-scopes";
import { decimalMarks, separators } from "@/lib/value/csv-format";
import { papers, reportPartKeys } from "@/lib/value/report-choice";
import { statedFigureSchema } from "../organisation-figures";
import { seedSchema } from "../uncertainty-settings";
import { z } from "../zod";
import {
  answeredSchema,
  decisionAnswerSchema,
  decisionListSchema,
  newDecisionSchema,
  proposedSchema,
  recordFileSchema,
} from "./decisions";
import { evaluationRequestSchema, evaluationSchema, trialsSchema } from "./evaluation";
import { figureListSchema, figureSchema } from "./figures";
import { modelDocumentSchema } from "./model-document";
import { modelListSchema, modelPatchSchema, modelSchema, newModelSchema } from "./model-resource";
import { problemSchema } from "./problem";

const json = <S extends z.ZodType>(schema: S) => ({ "application/json": { schema } });
/** What stands in docs/api.md of the amounts of a file. */
const amounts =
  "UTF-8 without a byte-order mark. Each amount is rounded by itself, half away from zero, to the currency's minor unit: sums of them may differ from the totals by some minor units.";
const csv = { "text/csv": { schema: z.string() } };
const pdf = { "application/pdf": { schema: z.string().meta({ format: "binary" }) } };
const paper = z.enum(Object.keys(papers) as [string, ...string[]]).default("a4");
const workbook = {
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
    schema: { type: "string" as const, contentEncoding: "binary" },
  },
};
const refusal = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemSchema } },
});

const everywhere = {
  "401": refusal("The token is missing, unknown, ended or outdated."),
  "403": refusal("The token lacks the scope, or its person the role."),
  "429": refusal("Too many requests; Retry-After says when to go on."),
  "500": refusal("A fault of the server; requestId finds it in the log."),
};
const notThere = { "404": refusal("There is no such model that the token's person may see.") };
const notRight = { "422": refusal("Something in the figures is not right: faults says what and where.") };

const ofModel = { path: z.object({ id: z.uuid() }) };
const marks = {
  separator: z.enum(Object.keys(separators) as [string, ...string[]]).default("comma"),
  decimal: z.enum(Object.keys(decimalMarks) as [string, ...string[]]).default("point"),
};
/** With "today" amounts are what is saved against going on as now; refused where nothing runs today. */
const against = z.enum(["nothing", "today"]).default("nothing");
const ofCsv = { ...ofModel, query: z.object(marks) };
const ofDecision = { path: z.object({ id: z.uuid(), number: z.int().min(1) }) };
const ofFigure = { path: z.object({ key: z.string().meta({ description: "The key of an input." }) }) };
const changeOfFigure = z.object({
  "If-Match": z.string().optional().meta({ description: "The ETag of the revision that is to be changed, or *." }),
  "If-None-Match": z.literal("*").optional().meta({ description: "Instead, for the first figure of an input." }),
});
const noFigure = { "404": refusal("The organisation states no figure for it, or the model has no such input.") };
const figureRaces = {
  "409": refusal("Others are changing it just now."),
  "412": refusal("Another revision stands: revision says which. Nothing was changed."),
  "428": refusal("Neither If-Match nor If-None-Match is given."),
};
const etag = { ETag: { schema: { type: "string" as const }, description: "The revision, in quotation marks." } };

function operation(
  id: string,
  scope: ApiScope,
  summary: string,
  rest: Omit<ZodOpenApiOperationObject, "operationId" | "responses"> & {
    responses: ZodOpenApiOperationObject["responses"];
  },
): ZodOpenApiOperationObject {
  const { responses, ...others } = rest;
  return {
    operationId: id,
    summary,
    security: [{ token: [scope] }],
    ...others,
    responses: { ...responses, ...everywhere },
  };
}

/** The description of the HTTP API, from the schemas that check what comes in. */
export function apiDocument(serverUrl: string) {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Peerbalance",
      version: "1",
      description:
        "Models of one organisation, with the rights of the person who made the token. Tokens are made under Settings, API tokens.",
    },
    servers: [{ url: `${serverUrl}/api/v1` }],
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: apiScopes.map((scope) => `${scope}: ${apiScopeWords[scope]}.`).join(" "),
        },
      },
    },
    paths: {
      "/models": {
        get: operation("listModels", "models:read", "List models", {
          requestParams: {
            query: z.object({
              search: z.string().max(200).optional().meta({ description: "Words that must stand in the name." }),
              sort: z.enum(modelSorts).optional(),
              after: z.string().optional().meta({ description: "The `next` of a page: gives the page behind it." }),
              before: z
                .string()
                .optional()
                .meta({ description: "The `previous` of a page: gives the page before it." }),
              page: z.int().min(1).optional().meta({ description: "Up to 400. Longer lists are read on by `after`." }),
            }),
          },
          responses: { "200": { description: "One page of them.", content: json(modelListSchema) } },
        }),
        post: operation("createModel", "models:write", "Create a model", {
          requestParams: {
            header: z.object({
              "Idempotency-Key": z.string().max(255).optional().meta({
                description:
                  "The same request with the same key within a day creates nothing more and answers the same.",
              }),
            }),
          },
          requestBody: { required: true, content: json(newModelSchema) },
          responses: {
            "201": {
              description: "The model; Location says where.",
              headers: { ...etag, Location: { schema: { type: "string" } } },
              content: json(modelSchema),
            },
            "400": refusal("The body is no JSON."),
            ...notRight,
          },
        }),
      },
      "/models/{id}": {
        get: operation("readModel", "models:read", "Read a model", {
          requestParams: {
            ...ofModel,
            header: z.object({
              "If-None-Match": z
                .string()
                .optional()
                .meta({ description: "ETags of revisions that are known already, or *." }),
            }),
          },
          responses: {
            "200": { description: "The model.", headers: etag, content: json(modelSchema) },
            "304": { description: "The revision that stands is one of those that If-None-Match names.", headers: etag },
            "400": refusal("If-None-Match is malformed."),
            ...notThere,
          },
        }),
        patch: operation("updateModel", "models:write", "Change a model", {
          requestParams: {
            ...ofModel,
            header: z.object({
              "If-Match": z.string().meta({
                description:
                  "The ETag of the revision that is to be changed, several with commas between them, or * for whatever stands. A weak one (W/) counts as its revision.",
              }),
            }),
          },
          requestBody: {
            required: true,
            content: {
              "application/merge-patch+json": { schema: modelPatchSchema },
              "application/json": { schema: modelPatchSchema },
            },
          },
          responses: {
            "200": { description: "The model as it is now.", headers: etag, content: json(modelSchema) },
            "400": refusal("The body is no JSON, or If-Match is malformed."),
            ...notThere,
            "409": refusal("The model is archived, or others are changing it just now."),
            "412": refusal("Another save came in between: revision says what stands now. Nothing was changed."),
            ...notRight,
            "428": refusal("If-Match is missing."),
          },
        }),
      },
      "/models/{id}/evaluation": {
        get: operation("evaluateModel", "models:read", "Evaluate a model", {
          requestParams: {
            ...ofModel,
            query: z.object({
              trials: trialsSchema.optional().meta({
                description: "Runs so many trials too, a multiple of 1,000 up to 10,000, with the model's own ranges.",
              }),
              seed: seedSchema.optional().meta({ description: "Instead of the model's." }),
            }),
          },
          responses: {
            "200": { description: "The whole result.", content: json(evaluationSchema) },
            ...notThere,
            ...notRight,
          },
        }),
      },
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
      "/models/{id}/decisions": {
        get: operation("listDecisions", "models:read", "List decisions by a model, the newest first", {
          requestParams: ofModel,
          responses: { "200": { description: "All of them.", content: json(decisionListSchema) }, ...notThere },
        }),
        post: operation("proposeDecision", "models:write", "Propose a decision", {
          requestParams: ofModel,
          requestBody: { required: true, content: json(newDecisionSchema) },
          responses: {
            "201": {
              description: "The model is frozen with it, and approvers are asked.",
              content: json(proposedSchema),
            },
            "400": refusal("The body is no JSON."),
            ...notThere,
            ...notRight,
          },
        }),
      },
      "/models/{id}/decisions/{number}": {
        get: operation("readDecision", "models:read", "The record of a decision, signed", {
          requestParams: ofDecision,
          responses: { "200": { description: "The record.", content: json(recordFileSchema) }, ...notThere },
        }),
      },
      "/models/{id}/decisions/{number}/record.pdf": {
        get: operation("decisionPdf", "models:read", "The record of a decision as a tagged PDF", {
          requestParams: { ...ofDecision, query: z.object({ paper }) },
          responses: {
            "200": {
              description: "Its digest is in the foot of every page; the same bytes as long as the decision stands.",
              content: pdf,
            },
            ...notThere,
            ...notRight,
          },
        }),
      },
      "/models/{id}/decisions/{number}/answer": {
        post: operation("answerDecision", "models:write", "Approve or reject a decision", {
          requestParams: ofDecision,
          requestBody: { required: true, content: json(decisionAnswerSchema) },
          responses: {
            "200": { description: "Where the decision stands now.", content: json(answeredSchema) },
            "400": refusal("The body is no JSON."),
            ...notThere,
            ...notRight,
          },
        }),
      },
      "/figures": {
        get: operation("listFigures", "models:read", "What the organisation states of its own", {
          responses: { "200": { description: "Its figures and usual lines.", content: json(figureListSchema) } },
        }),
      },
      "/figures/{key}": {
        get: operation("readFigure", "models:read", "The organisation's figure for an input", {
          requestParams: ofFigure,
          responses: {
            "200": { description: "The figure.", headers: etag, content: json(figureSchema) },
            ...noFigure,
          },
        }),
        put: operation("stateFigure", "figures:write", "State a figure for an input, or change it", {
          requestParams: { ...ofFigure, header: changeOfFigure },
          requestBody: { required: true, content: json(statedFigureSchema) },
          responses: {
            "200": { description: "The figure as it is now.", headers: etag, content: json(figureSchema) },
            "201": { description: "The first figure for the input.", headers: etag, content: json(figureSchema) },
            "400": refusal("The body is no JSON, or If-Match is malformed."),
            ...noFigure,
            ...figureRaces,
            ...notRight,
          },
        }),
        delete: operation("removeFigure", "figures:write", "Remove the organisation's figure for an input", {
          requestParams: { ...ofFigure, header: changeOfFigure.pick({ "If-Match": true }) },
          responses: {
            "204": { description: "It is removed; its history stays." },
            "400": refusal("If-Match is malformed."),
            ...noFigure,
            ...figureRaces,
          },
        }),
      },
      "/evaluations": {
        post: operation("evaluate", "models:read", "Evaluate figures without saving them", {
          requestBody: { required: true, content: json(evaluationRequestSchema) },
          responses: {
            "200": { description: "The whole result.", content: json(evaluationSchema) },
            "400": refusal("The body is no JSON."),
            ...notRight,
          },
        }),
      },
    },
  });
}
