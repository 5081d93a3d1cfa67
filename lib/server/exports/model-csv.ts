import "server-only";
import type { ExportedModel } from "@/lib/export/document";
import { inputsCsv } from "@/lib/export/inputs-csv";
import { projectionCsv } from "@/lib/export/projection-csv";
import { asksForSavings, savedCosts } from "@/lib/export/saved-costs";
import { yearSpanIn, yearsCsv } from "@/lib/export/years-csv";
import type { ModelFile } from "@/lib/routes";
import type { ViewAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { recordEvent } from "@/lib/server/audit/record-event";
import { problem } from "@/lib/server/http/problem";
import { plain, type Refuse } from "@/lib/server/http/route";
import { readModel } from "@/lib/server/models/model-row";
import { readScenarios } from "@/lib/server/models/scenarios/scenario-row";
import { getCsvFormat } from "@/lib/server/people/csv-format";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { type CsvFormat, readCsvFormat } from "@/lib/value/csv-format";
import { attachment } from "./attachment";
import { evaluated } from "./evaluated-model";
import { textStream } from "./stream";

/** Who reads the file: workbooks take a byte-order mark for UTF-8, programs for three odd characters. */
export interface Reader {
  mark: boolean;
  refuse: Refuse;
  /** Whether the format that the person chose under Settings holds where the address names none. */
  remembers?: boolean;
}

export const person: Reader = { mark: true, refuse: plain, remembers: true };
export const program: Reader = {
  mark: false,
  refuse: (status, message, headers) => problem(status, message, {}, headers),
};

/** The format that the address asks for, else the one that the person has chosen, or the refusal. */
async function formatFor(user: AuthenticatedUser, parameters: URLSearchParams, { refuse, remembers }: Reader) {
  const asked = readCsvFormat(parameters, remembers ? await getCsvFormat(user) : undefined);
  return asked.ok ? asked.format : refuse(422, asked.faults.map(({ message }) => message).join(" "));
}

/**
 * A model's file in the format that its reader takes, written from the model as it is read, with a trace in the audit log; or the refusal,
 * of the address before anything is read.
 */
export async function readCsv(
  access: ViewAccess,
  file: ModelFile,
  asked: { parameters: URLSearchParams; origin: RequestOrigin; reader: Reader },
  write: (found: FoundModel, format: CsvFormat) => Promise<Response>,
): Promise<Response> {
  const format = await formatFor(access.user, asked.parameters, asked.reader);
  if (format instanceof Response) return format;
  const found = await readForExport(access, file, asked.origin, asked.reader.refuse);
  return found instanceof Response ? found : write(found, format);
}

/**
 * A model as a CSV download. It is read and evaluated before the first byte, so that a refusal is never half a file, and written in
 * pieces as the reader takes them.
 */
export async function modelCsv(
  access: ViewAccess,
  file: "projection" | "years",
  parameters: URLSearchParams,
  origin: RequestOrigin,
  reader: Reader = person,
): Promise<Response> {
  return readCsv(access, `${file}.csv`, { parameters, origin, reader }, async ({ model, scenarios }, format) => {
    const outcome = await evaluated(model, scenarios);
    if (!outcome.ok) return reader.refuse(422, outcome.faults.map(({ message }) => message).join(" "));
    const pieces = costCsv(file, outcome.exported, parameters, format);
    if (pieces === null) return reader.refuse(422, nothingRunsToday);
    return csvDownload(model.name, file, pieces, reader.mark);
  });
}

export const nothingRunsToday =
  "Nothing runs today in this model, so that nothing can be saved against it. Say what runs today, or leave out against=today.";

/** The pieces of a file of costs, or of what is saved against going on as now; null where nothing runs today that this could be against. */
export function costCsv(
  file: "projection" | "years",
  costs: ExportedModel,
  parameters: URLSearchParams,
  format: CsvFormat,
): Iterable<string> | null {
  const model = asksForSavings(parameters) ? savedCosts(costs) : costs;
  if (model === null) return null;
  return file === "years" ? yearsCsv(model, yearSpanIn(parameters), format) : projectionCsv(model, format);
}

/** The figures of a model as a CSV download, to be read again: inputs.csv. */
export async function inputsDownload(
  access: ViewAccess,
  parameters: URLSearchParams,
  origin: RequestOrigin,
  reader: Reader = person,
): Promise<Response> {
  return readCsv(access, "inputs.csv", { parameters, origin, reader }, async ({ model }, format) =>
    csvDownload(model.name, "inputs", inputsCsv(model, format), reader.mark),
  );
}

type FoundModel = Exclude<Awaited<ReturnType<typeof readForExport>>, Response>;

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
  return found ?? refuse(404, "Not found, or not shared with you.");
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
  pieces: Iterable<string> | AsyncIterable<string>,
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
