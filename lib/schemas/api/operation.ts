import type { ZodOpenApiOperationObject } from "zod-openapi";
import type { ApiScope } from "@/lib/organisations/api-scopes";
import { papers } from "@/lib/value/report-choice";
import { z } from "../zod";
import { problemSchema } from "./problem";

// What operations of the API have in common.

export const json = <S extends z.ZodType>(schema: S) => ({ "application/json": { schema } });
export const pdf = { "application/pdf": { schema: z.string().meta({ format: "binary" }) } };
export const paper = z.enum(Object.keys(papers) as [string, ...string[]]).default("a4");
export const refusal = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemSchema } },
});

const everywhere = {
  "401": refusal("The token is missing, unknown, ended or outdated."),
  "403": refusal("The token lacks the scope, or its person the role."),
  "429": refusal("Too many requests; Retry-After says when to go on."),
  "500": refusal("A fault of the server; requestId finds it in the log."),
};
export const notThere = { "404": refusal("There is no such model that the token's person may see.") };
export const notRight = { "422": refusal("Something in the figures is not right: faults says what and where.") };

export const ofModel = { path: z.object({ id: z.uuid() }) };
export const etag = { ETag: { schema: { type: "string" as const }, description: "The revision, in quotation marks." } };

/** An operation that a token of a scope may ask for. */
export function operation(
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
