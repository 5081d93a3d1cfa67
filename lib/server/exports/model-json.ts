import "server-only";
import type { ModelDraft } from "@/lib/draft/model";
import { type DocumentedModel, documentFormat } from "@/lib/draft/model-document";
import type { ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { statedRows } from "@/lib/draft/scenario/scenario-rows";
import { documentOf } from "@/lib/export/document-json";
import { costsOf } from "@/lib/model/pay/pay";
import type { ModelResult } from "@/lib/model/result";
import { routes } from "@/lib/routes";
import type { LinkDownloadAccess } from "@/lib/server/access/link";
import type { ViewAccess } from "@/lib/server/access/model";
import { digestInTurns } from "@/lib/server/files/digest-in-turns";
import { plain } from "@/lib/server/http/route";
import { draftOf } from "@/lib/server/models/draft-of";
import { env } from "@/lib/server/runtime/env";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { baseName } from "@/lib/value/base-name";
import { evaluated } from "./evaluated-model";
import { linkDownload } from "./linked-csv";
import { download, person, type Reader, readForExport } from "./model-csv";

/** A model as files show it. */
export interface StoredModel extends ModelDraft {
  templateKey: string | null;
  modelVersion: number;
  revision: number;
  changedAt: string;
}

/** What of a stored model goes into its digest. */
export function documentedOf(
  model: Omit<StoredModel, "revision" | "changedAt">,
  scenarios: readonly Pick<ScenarioDraft, "name" | "inputs" | "rows">[],
): DocumentedModel {
  const named = scenarios.map(({ name, inputs, rows }) => ({ name, inputs, ...statedRows(rows) }));
  const { modelVersion, templateKey } = model;
  return { modelVersion, model: { ...draftOf(model), templateKey }, scenarios: named };
}

interface ResultOf {
  readonly name: string;
  readonly result: ModelResult;
}

/** model.json in pieces: the model, then each scenario, then the result of each. */
async function* pieces(
  stored: StoredModel,
  documented: DocumentedModel,
  results: readonly ResultOf[],
  { isPayLeftOut = false, leavesOut = [] as readonly string[] } = {},
): AsyncGenerator<string> {
  const { modelVersion, model, scenarios } = documented;
  const head = {
    $schema: new URL(routes.modelSchema, env().APP_URL).href,
    format: documentFormat,
    digest: await digestInTurns(documented),
    modelVersion,
    revision: stored.revision,
    changedAt: stored.changedAt,
    ...(leavesOut.length > 0 && { leavesOut }),
    model,
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "scenarios": [`;
  for (const [place, scenario] of scenarios.entries()) {
    const text = JSON.stringify(scenario, null, 2).replaceAll("\n", "\n    ");
    yield `${place === 0 ? "" : ","}\n    ${text}`;
  }
  yield `${scenarios.length === 0 ? "" : "\n  "}],\n  "results": [\n`;
  for (const [place, { name, result }] of results.entries()) {
    const shown = isPayLeftOut ? costsOf(result, true) : documentOf(result);
    yield `${JSON.stringify({ scenario: name, ...shown })}${place === results.length - 1 ? "\n" : ",\n"}`;
  }
  yield "  ]\n}\n";
}

/** A model with its scenarios and their results. @param results none where its figures no longer fit together */
export function modelJson(
  model: StoredModel,
  scenarios: readonly Pick<ScenarioDraft, "name" | "inputs" | "rows">[],
  results: readonly ResultOf[],
): AsyncIterable<string> {
  return pieces(model, documentedOf(model, scenarios), results);
}

const type = "application/json";

/** A model with its scenarios and their results, to be read again: model.json. */
export async function modelJsonDownload(
  access: ViewAccess,
  origin: RequestOrigin,
  { refuse }: Reader = person,
): Promise<Response> {
  const found = await readForExport(access, "model.json", origin, refuse);
  if (found instanceof Response) return found;
  const { model, scenarios } = found;
  const outcome = await evaluated(model, scenarios);
  if (!outcome.ok) return refuse(422, outcome.faults.map(({ message }) => message).join(" "));
  return download(model.name, "model.json", type, modelJson(model, scenarios, outcome.exported.scenarios));
}

/** The same of what a link shows: without scenarios, and without what the link leaves out. */
export async function linkedModelJson(access: LinkDownloadAccess, origin: RequestOrigin): Promise<Response> {
  return linkDownload(access, "model.json", origin, async ({ model, evaluate }) => {
    const outcome = await evaluate();
    if ("problem" in outcome) return plain(422, outcome.problem);
    const { leavesOutPay: isPayLeftOut, leavesOutNotes } = model;
    const leavesOut = [isPayLeftOut ? "pay" : "", leavesOutNotes ? "notes" : ""].filter((part) => part !== "");
    const result = { name: baseName, result: outcome.result };
    return download(
      model.name,
      "model.json",
      type,
      pieces(model, documentedOf(model, []), [result], { isPayLeftOut, leavesOut }),
    );
  });
}
