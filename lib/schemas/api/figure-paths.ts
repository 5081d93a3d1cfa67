import type { ZodOpenApiPathsObject } from "zod-openapi";
import { lineTables } from "@/lib/model/rows/line-tables";
import { lineKeySchema, statedFigureSchema, statedLineSchema } from "../organisation-figures";
import { z } from "../zod";
import { figureListSchema, figureRevisionsSchema, figureSchema, lineRevisionsSchema, usualLineSchema } from "./figures";
import { etag, json, notRight, operation, refusal } from "./operation";

const ofFigure = { path: z.object({ key: z.string().meta({ description: "The key of an input." }) }) };
const ofLine = {
  path: z.object({
    table: z.enum(lineTables),
    key: lineKeySchema.meta({ description: "The id of its row; of a new line one that you choose." }),
  }),
};
const noLine = { "404": refusal("The organisation has no such line, or there is no such table.") };
const changeOfFigure = z.object({
  "If-Match": z.string().optional().meta({ description: "The ETag of the revision that is to be changed, or *." }),
  "If-None-Match": z.literal("*").optional().meta({ description: "Instead, for what is not stated yet." }),
});
const noFigure = { "404": refusal("The organisation states no figure for it, or the model has no such input.") };
const figureRaces = {
  "409": refusal("Others are changing it just now."),
  "412": refusal("Another revision stands: revision says which. Nothing was changed."),
  "428": refusal("Neither If-Match nor If-None-Match is given."),
};

/** What the organisation states of its own. */
export const figurePaths = {
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
  "/figures/{key}/revisions": {
    get: operation("listFigureRevisions", "models:read", "What was stated of an input before, the newest first", {
      requestParams: ofFigure,
      responses: {
        "200": { description: "Up to 100, also of a figure that was removed.", content: json(figureRevisionsSchema) },
        ...noFigure,
      },
    }),
  },
  "/figures/lines/{table}/{key}": {
    get: operation("readUsualLine", "models:read", "A usual line of the organisation", {
      requestParams: ofLine,
      responses: {
        "200": { description: "The line.", headers: etag, content: json(usualLineSchema) },
        ...noLine,
      },
    }),
    put: operation("stateUsualLine", "figures:write", "Add a usual line, or change it", {
      requestParams: { ...ofLine, header: changeOfFigure },
      requestBody: { required: true, content: json(statedLineSchema) },
      responses: {
        "200": { description: "The line as it is now.", headers: etag, content: json(usualLineSchema) },
        "201": { description: "The line, which is new.", headers: etag, content: json(usualLineSchema) },
        "400": refusal("The body is no JSON, or If-Match is malformed."),
        ...noLine,
        ...figureRaces,
        ...notRight,
      },
    }),
    delete: operation("removeUsualLine", "figures:write", "Remove a usual line; models keep theirs", {
      requestParams: { ...ofLine, header: changeOfFigure.pick({ "If-Match": true }) },
      responses: {
        "204": { description: "It is removed; its history stays." },
        "400": refusal("If-Match is malformed."),
        ...noLine,
        ...figureRaces,
      },
    }),
  },
  "/figures/lines/{table}/{key}/revisions": {
    get: operation("listLineRevisions", "models:read", "What a usual line was before, the newest first", {
      requestParams: ofLine,
      responses: {
        "200": { description: "Up to 100, also of a line that was removed.", content: json(lineRevisionsSchema) },
        ...noLine,
      },
    }),
  },
} satisfies ZodOpenApiPathsObject;
