import type { ZodOpenApiPathsObject } from "zod-openapi";
import { modelSorts } from "@/lib/draft/model-listing";
import { seedSchema } from "../uncertainty-settings";
import { z } from "../zod";
import { evaluationSchema, trialsSchema } from "./evaluation";
import { madeModelSchema, modelListSchema, modelPatchSchema, modelSchema, newModelSchema } from "./model-resource";
import { etag, json, notRight, notThere, ofModel, operation, refusal } from "./operation";

/** Models, and what one comes to. */
export const modelPaths = {
  "/models": {
    get: operation("listModels", "models:read", "List models", {
      requestParams: {
        query: z.object({
          search: z.string().max(200).optional().meta({ description: "Words that must stand in the name." }),
          sort: z.enum(modelSorts).optional(),
          after: z.string().optional().meta({ description: "The `next` of a page: gives the page behind it." }),
          before: z.string().optional().meta({ description: "The `previous` of a page: gives the page before it." }),
          page: z.int().min(1).optional().meta({ description: "Up to 400. Longer lists are read on by `after`." }),
        }),
      },
      responses: { "200": { description: "One page of them.", content: json(modelListSchema) } },
    }),
    post: operation("createModel", "models:write", "Create a model", {
      requestParams: {
        header: z.object({
          "Idempotency-Key": z.string().max(255).optional().meta({
            description: "The same request with the same key within a day creates nothing more and answers the same.",
          }),
        }),
      },
      requestBody: { required: true, content: json(newModelSchema) },
      responses: {
        "201": {
          description: "The model; Location says where.",
          headers: { ...etag, Location: { schema: { type: "string" } } },
          content: json(madeModelSchema),
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
} satisfies ZodOpenApiPathsObject;
