import "server-only";
import type { ExportedModel } from "@/lib/export/document";
import { costsOf } from "@/lib/model/pay";
import { baseName } from "@/lib/schemas/scenario";
import type { LinkDownloadAccess } from "@/lib/server/access";
import { recordShareLinkEvent } from "@/lib/server/before-scope";
import type { RequestOrigin } from "@/lib/server/request";
import { plain } from "@/lib/server/route";
import { mayDownload } from "@/lib/server/sharing/link-limits";
import { loadLinkedModel } from "@/lib/server/sharing/linked-model";
import { csvDownload } from "./model-csv";

/** What a link shows as a CSV download, without its scenarios; where the link leaves out pay, the categories it enters are one row. */
export async function linkedCsv(
  access: LinkDownloadAccess,
  file: "projection" | "years",
  write: (model: ExportedModel) => Iterable<string>,
  origin: RequestOrigin,
): Promise<Response> {
  if (!(await mayDownload(access.linkId, origin))) {
    return plain(429, "This link has been downloaded from too often. Wait a minute, then try again.", {
      "retry-after": "60",
    });
  }
  const found = await loadLinkedModel(access, { counts: false });
  if (found === null) return plain(404, "There is nothing here that you may see.");
  const { name, startMonth, currency, leavesOutPay: isPayPooled, revision } = found.model;
  const evaluated = found.evaluate();
  if ("problem" in evaluated) return plain(422, evaluated.problem);
  await recordShareLinkEvent(access.link, {
    action: "link.exported",
    address: origin.address,
    detail: { file: `${file}.csv`, revision },
  });
  const scenarios = [{ name: baseName, result: costsOf(evaluated.result, isPayPooled) }];
  return csvDownload(name, file, write({ name, startMonth, currency, scenarios, isPayPooled }), true);
}
