import "server-only";
import { baseName } from "@/lib/draft/scenario";
import type { ExportedModel } from "@/lib/export/document";
import { inputsCsv } from "@/lib/export/inputs-csv";
import { costsOf, payInputs, payTables, shownNetPresent } from "@/lib/model/pay/pay";
import type { ModelFile } from "@/lib/routes";
import type { LinkDownloadAccess } from "@/lib/server/access/link";
import { plain } from "@/lib/server/http/route";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { mayDownload } from "@/lib/server/sharing/link-limits";
import { type LinkedFigures, loadLinkedModel } from "@/lib/server/sharing/linked-model";
import { unsafeRecordShareLinkEvent } from "@/lib/server/sharing/sql";
import { csvDownload } from "./model-csv";

/** What a link shows as a CSV download, without its scenarios; where the link leaves out pay, the categories it enters are one row. */
export async function linkedCsv(
  access: LinkDownloadAccess,
  file: "projection" | "years",
  write: (model: ExportedModel) => Iterable<string>,
  origin: RequestOrigin,
): Promise<Response> {
  return linkDownload(access, `${file}.csv`, origin, async ({ model, evaluate }) => {
    const { name, startMonth, fiscalYearStart, currency, leavesOutPay: isPayPooled } = model;
    const evaluated = evaluate();
    if ("problem" in evaluated) return plain(422, evaluated.problem);
    const result = costsOf(evaluated.result, isPayPooled);
    const netPresent = () => shownNetPresent(evaluated.netPresent(), isPayPooled);
    const scenarios = [{ name: baseName, result, netPresent }];
    return csvDownload(
      name,
      file,
      write({ name, startMonth, fiscalYearStart, currency, scenarios, isPayPooled }),
      true,
    );
  });
}

/** The inputs that a link shows as inputs.csv; those that it leaves out have no row. */
export async function linkedInputsCsv(access: LinkDownloadAccess, origin: RequestOrigin): Promise<Response> {
  return linkDownload(access, "inputs.csv", origin, async ({ model }) =>
    csvDownload(
      model.name,
      "inputs",
      model.leavesOutPay ? inputsCsv(model, payInputs, payTables) : inputsCsv(model),
      true,
    ),
  );
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
  if (found === null) return plain(404, "There is nothing here that you may see.");
  const response = await answer(found);
  if (!response.ok) return response;
  await unsafeRecordShareLinkEvent(access.link, {
    action: "link.exported",
    address: origin.address,
    detail: { file, revision: found.model.revision },
  });
  return response;
}
