import "server-only";
import { byteOrderMark } from "@/lib/export/csv";
import type { ExportedModel } from "@/lib/export/document";
import { inputsCsv } from "@/lib/export/inputs-csv";
import { completeInputs } from "@/lib/model/currency";
import { evaluateModel, ModelError } from "@/lib/model/evaluate";
import { checkInputs } from "@/lib/schemas/inputs";
import { baseName, inputsOf } from "@/lib/schemas/scenario";
import type { ViewAccess } from "@/lib/server/access";
import { recordEvent } from "@/lib/server/audit/record-event";
import { readModel } from "@/lib/server/models/model-row";
import { problem } from "@/lib/server/problem";
import { isWithinLimit } from "@/lib/server/rate-limits";
import type { RequestOrigin } from "@/lib/server/request";
import { plain } from "@/lib/server/route";
import { readScenarios } from "@/lib/server/scenarios/scenario-row";
import { inScope } from "@/lib/server/scope";
import { attachment } from "./attachment";

/** Who reads the file: workbooks take a byte-order mark for UTF-8, programs for three odd characters. */
interface Reader {
  mark: boolean;
  refuse: (status: number, message: string, headers?: Record<string, string>) => Response;
}

const person: Reader = { mark: true, refuse: plain };
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
  let working = baseName;
  try {
    const evaluated = [{ name: baseName, inputs: {} }, ...scenarios].map((scenario) => {
      working = scenario.name;
      const checked = checkInputs(inputsOf(model.inputs, scenario), model.currencyRate, model.currency);
      // What fitted the model when it was typed may not fit it since.
      if (!checked.ok) throw new ModelError("scenario", checked.faults.map(({ message }) => message).join(" "));
      const inputs = completeInputs(checked.inputs, model.currencyRate);
      return { name: scenario.name, result: evaluateModel(inputs, model.customLines) };
    });
    const { name, startMonth, currency } = model;
    return csvDownload(name, file, write({ name, startMonth, currency, scenarios: evaluated }), mark);
  } catch (error) {
    if (error instanceof ModelError) {
      return refuse(422, working === baseName ? error.message : `Scenario “${working}”: ${error.message}`);
    }
    throw error;
  }
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
async function readForExport(access: ViewAccess, file: string, origin: RequestOrigin, refuse: Reader["refuse"]) {
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
    return model && { model, scenarios: await readScenarios(tx, access, model.currencyRate) };
  });
  return found ?? refuse(404, "There is nothing here that you may see.");
}

/** The download of a file that belongs to a model of this name. */
export function csvDownload(
  modelName: string,
  file: "projection" | "years" | "inputs",
  pieces: Iterable<string>,
  mark: boolean,
): Response {
  return new Response(streamOf(pieces, mark), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": attachment(modelName, `${file}.csv`),
      "cache-control": "private, no-store",
    },
  });
}

/** Writes a piece whenever the reader has room for one, and stops where the reader has gone. */
function streamOf(pieces: Iterable<string>, mark: boolean): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.iterator]();
  return new ReadableStream({
    start: (controller) => {
      if (mark) controller.enqueue(encoder.encode(byteOrderMark));
    },
    pull(controller) {
      const { done, value } = iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void iterator.return?.(),
  });
}
