import "server-only";
import type { ExportedModel } from "@/lib/export/document";
import { inputsCsv } from "@/lib/export/inputs-csv";
import type { ModelFile } from "@/lib/routes";
import type { ViewAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import { problem } from "@/lib/server/http/problem";
import { plain } from "@/lib/server/http/route";
import { readModel } from "@/lib/server/models/model-row";
import { readScenarios } from "@/lib/server/models/scenarios/scenario-row";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { attachment } from "./attachment";
import { evaluated } from "./evaluated-model";
import { textStream } from "./stream";

/** Who reads the file: workbooks take a byte-order mark for UTF-8, programs for three odd characters. */
export interface Reader {
  mark: boolean;
  refuse: (status: number, message: string, headers?: Record<string, string>) => Response;
}

export const person: Reader = { mark: true, refuse: plain };
export const program: Reader = {
  mark: false,
  refuse: (status, message, headers) => problem(status, message, {}, headers),
};

/**
 * A model as a CSV download. It is read and evaluated before the first byte, so that a refusal is never half a file, and written in
 * pieces as the reader takes them.
 */
export async function modelCsv(
  access: ViewAccess,
  file: "projection" | "years",
  write: (model: ExportedModel) => Iterable<string>,
  origin: RequestOrigin,
  { mark, refuse }: Reader = person,
): Promise<Response> {
  const found = await readForExport(access, `${file}.csv`, origin, refuse);
  if (found instanceof Response) return found;
  const { model, scenarios } = found;
  const outcome = await evaluated(model, scenarios);
  if (!outcome.ok) return refuse(422, outcome.faults.map(({ message }) => message).join(" "));
  return csvDownload(model.name, file, write(outcome.exported), mark);
}

/** The figures of a model as a CSV download, to be read again: inputs.csv. */
export async function inputsDownload(
  access: ViewAccess,
  origin: RequestOrigin,
  { mark, refuse }: Reader = person,
): Promise<Response> {
  const found = await readForExport(access, "inputs.csv", origin, refuse);
  return found instanceof Response ? found : csvDownload(found.model.name, "inputs", inputsCsv(found.model), mark);
}

/** The model and its scenarios, with a trace in the audit log; or the refusal. */
export async function readForExport(
  access: ViewAccess,
  file: ModelFile,
  origin: RequestOrigin,
  refuse: Reader["refuse"],
) {
  if (!(await isWithinLimit("export", access.user.id, { points: 60, seconds: 60 }))) {
    return refuse(429, "You have downloaded 60 files within a minute. Wait a minute, then try again.", {
      "retry-after": "60",
    });
  }
  const found = await inScope(access.scope, async (tx) => {
    const model = await readModel(tx, access);
    if (model) {
      await recordEvent(tx, access, origin, {
        action: "model.exported",
        subjectType: "model",
        subjectId: access.modelId,
        detail: { file, revision: model.revision },
      });
    }
    return model && { model, scenarios: await readScenarios(tx, access, model) };
  });
  return found ?? refuse(404, "There is nothing here that you may see.");
}

/** The download of a file that belongs to a model of this name. */
export function csvDownload(
  modelName: string,
  file: "projection" | "years" | "inputs" | "uncertainty",
  pieces: Iterable<string>,
  mark: boolean,
): Response {
  return download(modelName, `${file}.csv`, "text/csv; charset=utf-8", pieces, mark);
}

/** A file in pieces, as the reader takes them. */
export function download(
  modelName: string,
  file: ModelFile,
  type: string,
  pieces: Iterable<string>,
  mark = false,
): Response {
  return new Response(textStream(pieces, { mark }), { headers: downloadHeaders(modelName, file, type) });
}

export function downloadHeaders(modelName: string, file: ModelFile, type: string): Record<string, string> {
  return {
    "content-type": type,
    "content-disposition": attachment(modelName, file),
    "cache-control": "private, no-store",
  };
}
