import "server-only";
import { baseName } from "@/lib/draft/scenario";
import type { ExportedModel } from "@/lib/export/document";
import { inputsCsv } from "@/lib/export/inputs-csv";
import { costsOf, payInputs } from "@/lib/model/pay/pay";
import type { LinkDownloadAccess } from "@/lib/server/access/link";
import { plain } from "@/lib/server/http/route";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { mayDownload } from "@/lib/server/sharing/link-limits";
import { type LinkedModel, type LinkedResult, loadLinkedModel } from "@/lib/server/sharing/linked-model";
import { unsafeRecordShareLinkEvent } from "@/lib/server/sharing/sql";
import { csvDownload } from "./model-csv";

type File = "projection" | "years" | "inputs";

/** What a link shows as a CSV download, without its scenarios; where the link leaves out pay, the categories it enters are one row. */
export async function linkedCsv(
  access: LinkDownloadAccess,
  file: "projection" | "years",
  write: (model: ExportedModel) => Iterable<string>,
  origin: RequestOrigin,
): Promise<Response> {
  return download(access, file, origin, ({ name, startMonth, currency, leavesOutPay: isPayPooled }, evaluate) => {
    const evaluated = evaluate();
    if ("problem" in evaluated) return evaluated.problem;
    const scenarios = [{ name: baseName, result: costsOf(evaluated.result, isPayPooled) }];
    return write({ name, startMonth, currency, scenarios, isPayPooled });
  });
}

/** The inputs that a link shows as inputs.csv; those that it leaves out have no row. */
export async function linkedInputsCsv(access: LinkDownloadAccess, origin: RequestOrigin): Promise<Response> {
  return download(access, "inputs", origin, (model) => inputsCsv(model, model.leavesOutPay ? payInputs : []));
}

/** @param piecesOf the file, or why there is none */
async function download(
  access: LinkDownloadAccess,
  file: File,
  origin: RequestOrigin,
  piecesOf: (model: LinkedModel, evaluate: () => LinkedResult) => Iterable<string> | string,
): Promise<Response> {
  if (!(await mayDownload(access.linkId, origin))) {
    return plain(429, "This link has been downloaded from too often. Wait a minute, then try again.", {
      "retry-after": "60",
    });
  }
  const found = await loadLinkedModel(access);
  if (found === null) return plain(404, "There is nothing here that you may see.");
  const pieces = piecesOf(found.model, found.evaluate);
  if (typeof pieces === "string") return plain(422, pieces);
  const { name, revision } = found.model;
  await unsafeRecordShareLinkEvent(access.link, {
    action: "link.exported",
    address: origin.address,
    detail: { file: `${file}.csv`, revision },
  });
  return csvDownload(name, file, pieces, true);
}
