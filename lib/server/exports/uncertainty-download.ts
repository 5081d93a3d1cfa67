import "server-only";
import { type ExportedUncertainty, uncertaintyCsv } from "@/lib/export/uncertainty-csv";
import { mayTellPay } from "@/lib/model/pay/pay";
import type { LinkDownloadAccess } from "@/lib/server/access/link";
import type { ViewAccess } from "@/lib/server/access/model";
import { plain } from "@/lib/server/http/route";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { runUncertainty, type UncertaintyRun } from "@/lib/server/uncertainty/run-uncertainty";
import { type CsvFormat, readCsvFormat } from "@/lib/value/csv-format";
import { linkDownload } from "./linked-csv";
import { csvDownload, person, type Reader, readCsv } from "./model-csv";

function answer(
  run: UncertaintyRun,
  name: string,
  { mark, refuse }: Reader,
  exported: Omit<ExportedUncertainty, "document">,
  format: CsvFormat,
): Response {
  if (run.kind === "later") return refuse(429, run.message, { "retry-after": String(run.seconds) });
  if (run.kind === "invalid") return refuse(422, run.faults.map(({ message }) => message).join(" "));
  return csvDownload(name, "uncertainty", uncertaintyCsv({ ...exported, document: run.document }, format), mark);
}

/** What the trials of a model say, as a CSV download: as many as are stored with it, up to 10,000. */
export async function uncertaintyDownload(
  access: ViewAccess,
  parameters: URLSearchParams,
  origin: RequestOrigin,
  reader: Reader = person,
): Promise<Response> {
  return readCsv(access, "uncertainty.csv", { parameters, origin, reader }, async ({ model }, format) =>
    answer(await runUncertainty(access.user.id, model), model.name, reader, { currency: model.currency }, format),
  );
}

/** The same of what a link shows. Where it leaves out pay, inputs and own lines of pay have no rows; the costs rest on them all the same. */
export async function linkedUncertaintyDownload(
  access: LinkDownloadAccess,
  parameters: URLSearchParams,
  origin: RequestOrigin,
): Promise<Response> {
  return linkDownload(access, "uncertainty.csv", origin, async ({ model, whole }) => {
    const asked = readCsvFormat(parameters);
    if (!asked.ok) return plain(422, asked.faults.map(({ message }) => message).join(" "));
    const exported = { currency: model.currency, ...(model.leavesOutPay && { isLeftOut: mayTellPay }) };
    return answer(await runUncertainty(access.linkId, whole()), model.name, person, exported, asked.format);
  });
}
