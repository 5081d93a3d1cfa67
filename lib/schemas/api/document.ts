import { createDocument } from "zod-openapi";
import { apiScopes, apiScopeWords } from "@/lib/organisations/api-scopes";
import { columnPaths } from "./column-paths";
import { decisionPaths } from "./decision-paths";
import { evaluationRequestSchema, evaluationSchema } from "./evaluation";
import { figurePaths } from "./figure-paths";
import { filePaths } from "./file-paths";
import { modelPaths } from "./model-paths";
import { json, notRight, operation, refusal } from "./operation";

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
      ...modelPaths,
      ...filePaths,
      ...decisionPaths,
      ...figurePaths,
      ...columnPaths,
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
