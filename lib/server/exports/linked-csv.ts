import "server-only";
import { inputsCsv } from "@/lib/export/inputs-csv";
import { costsOf, payInputs, payTables, shownNetPresent } from "@/lib/model/pay/pay";
import { todayOf } from "@/lib/model/today-of";
import type { ModelFile } from "@/lib/routes";
import type { LinkDownloadAccess } from "@/lib/server/access/link";
import { plain } from "@/lib/server/http/route";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { mayDownload } from "@/lib/server/sharing/link-limits";
import { type LinkedFigures, loadLinkedModel } from "@/lib/server/sharing/linked-model";
import { unsafeRecordShareLinkEvent } from "@/lib/server/sharing/sql";
import { baseName } from "@/lib/value/base-name";
import { readCsvFormat } from "@/lib/value/csv-format";
import { costCsv, csvDownload, nothingRunsToday } from "./model-csv";

/** What a link shows as a CSV download, without its scenarios; where the link leaves out pay, the categories it enters are one row. */
export async function linkedCsv(
  access: LinkDownloadAccess,
  file: "projection" | "years",
  parameters: URLSearchParams,
  origin: RequestOrigin,
): Promise<Response> {
  return linkDownload(access, `${file}.csv`, origin, async ({ model, evaluate }) => {
    const asked = readCsvFormat(parameters);
    if (!asked.ok) return plain(422, asked.faults.map(({ message }) => message).join(" "));
    const { name, startMonth, fiscalYearStart, currency, leavesOutPay: isPayPooled } = model;
    const evaluated = await evaluate();
    if ("problem" in evaluated) return plain(422, evaluated.problem);
    const result = costsOf(evaluated.result, isPayPooled);
    const netPresent = () => shownNetPresent(evaluated.netPresent(), isPayPooled);
    const scenarios = [{ name: baseName, today: todayOf(evaluated.inputs), result, netPresent }];
    const exported = { name, startMonth, fiscalYearStart, currency, scenarios, isPayPooled };
    const pieces = costCsv(file, exported, parameters, asked.format);
    return pieces === null ? plain(422, nothingRunsToday) : csvDownload(name, file, pieces, true);
  });
}

/** The inputs that a link shows as inputs.csv; those that it leaves out have no row. */
export async function linkedInputsCsv(
  access: LinkDownloadAccess,
  parameters: URLSearchParams,
  origin: RequestOrigin,
): Promise<Response> {
  return linkDownload(access, "inputs.csv", origin, async ({ model }) => {
    const asked = readCsvFormat(parameters);
    if (!asked.ok) return plain(422, asked.faults.map(({ message }) => message).join(" "));
    const [leftOut, tables] = model.leavesOutPay ? [payInputs, payTables] : [[], []];
    const pieces = inputsCsv(model, asked.format, leftOut, [...tables, "billLines"]);
    return csvDownload(model.name, "inputs", pieces, true);
  });
}

/** @param answer with the file, or a refusal; only a file is written down */
export async function linkDownload(
  access: LinkDownloadAccess,
  file: ModelFile,
  origin: RequestOrigin,
  answer: (found: LinkedFigures) => Promise<Response>,
): Promise<Response> {
  if (!(await mayDownload(access.linkId, origin))) {
    return plain(429, "This link has been downloaded from too often. Wait a minute, then try again.", {
      "retry-after": "60",
    });
  }
  const found = await loadLinkedModel(access);
  if (found === null) return plain(404, "Not found, or not shared with you.");
  const response = await answer(found);
  if (!response.ok) return response;
  await unsafeRecordShareLinkEvent(access.link, {
    action: "link.exported",
    address: origin.address,
    detail: { file, revision: found.model.revision },
  });
  return response;
}
