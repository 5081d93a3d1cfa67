import type { ZodOpenApiPathsObject } from "zod-openapi";
import { z } from "../zod";
import {
  answeredSchema,
  decisionAnswerSchema,
  decisionListSchema,
  newDecisionSchema,
  proposedSchema,
  recordFileSchema,
} from "./decisions";
import { json, notRight, notThere, ofModel, operation, paper, pdf, refusal } from "./operation";

const ofDecision = { path: z.object({ id: z.uuid(), number: z.int().min(1) }) };

/** Decisions by a model. */
export const decisionPaths = {
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
    post: operation("answerDecision", "models:write", "Approve, reject or withdraw a decision", {
      requestParams: ofDecision,
      requestBody: { required: true, content: json(decisionAnswerSchema) },
      responses: {
        "200": { description: "Where the decision stands now.", content: json(answeredSchema) },
        "400": refusal("The body is no JSON."),
        ...notThere,
        "409": refusal("It is answered or settled by now, or the digest is of another document."),
        ...notRight,
      },
    }),
  },
} satisfies ZodOpenApiPathsObject;
