import "server-only";
import { Worker } from "node:worker_threads";
import type { ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { rowsOf } from "@/lib/draft/scenario/scenario-rows";
import type { UncertainDraft } from "@/lib/draft/uncertainty/uncertainty-request";
import type { ExportedWorkbook } from "@/lib/export/workbook/sheets/exported-workbook";
import { completeInputs, type DeclaredInputs, declaredAt } from "@/lib/model/currency";
import { declaredBy } from "@/lib/model/released/as-released";
import { type OwnRows, ownRowsOf } from "@/lib/model/rows/own-rows";
import type { LinkDownloadAccess } from "@/lib/server/access/link";
import type { ViewAccess } from "@/lib/server/access/model";
import { digestInTurns } from "@/lib/server/files/digest-in-turns";
import { workerSlots } from "@/lib/server/files/worker-slots";
import { logger } from "@/lib/server/runtime/logger";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { uncertaintyForPage } from "@/lib/server/uncertainty/run-uncertainty";
import { attachment } from "./attachment";
import { evaluated } from "./evaluated-model";
import { linkDownload } from "./linked-csv";
import { person, type Reader, readForExport } from "./model-csv";
import { documentedOf } from "./model-json";
import { withShownTexts } from "./with-shown-texts";

const file = "model.xlsx";
/** A workbook of the longest horizon takes some seconds on a busy machine; a start of the worker a part of one. */
const run = workerSlots({ atOnce: 1, waiting: 8, time: 60_000 });
const resourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

const busy = "The server is making other workbooks. Wait a moment, then try again.";
const failed = "The workbook could not be made. Try again; if it stays so, take years.csv and projection.csv.";

type Shown = Pick<
  ExportedWorkbook,
  "name" | "description" | "currency" | "startMonth" | "revision" | "modelVersion" | "changedAt" | "notes" | "rows"
>;

interface Asked {
  readonly shown: Shown;
  /** Of what is shown only: pay could be found again in a digest of it. */
  readonly digest: string;
  readonly declared: DeclaredInputs;
  /** The figures on which costs and trials rest, pay too. */
  readonly whole: UncertainDraft;
  readonly scenarios: readonly Pick<ScenarioDraft, "name" | "inputs" | "rows">[];
  readonly leavesOutPay: boolean;
}

async function answer(asked: Asked, { refuse }: Pick<Reader, "refuse">): Promise<Response> {
  const { shown, digest, declared, whole, scenarios, leavesOutPay } = asked;
  const trials = await uncertaintyForPage(whole);
  if (trials === null || trials.kind === "later") return refuse(429, busy, { "retry-after": "5" });
  const exported: ExportedWorkbook = {
    ...shown,
    digest,
    declared,
    inputs: completeInputs(whole.inputs, whole.currencyRate),
    rows: withShownTexts(ownRowsOf(whole), shown.rows),
    scenarios: scenarios.map(({ name, inputs, rows }) => ({
      ...{ name, inputs },
      ...(rows !== undefined && Object.keys(rows).length > 0 && { ownRows: rowsOf(whole, { rows }) }),
    })),
    uncertainty: trials.kind === "done" ? trials.document : trials.faults.map(({ message }) => message).join(" "),
    leavesOutPay,
  };
  const start = () => new Worker(new URL("./workbook-worker.ts", import.meta.url), { resourceLimits });
  const outcome = await run<Uint8Array<ArrayBuffer>>(start, exported);
  if (!outcome.ok) {
    if (outcome.why === "busy") return refuse(429, busy, { "retry-after": "5" });
    logger.error({ err: outcome.error, why: outcome.why }, "a workbook was not made");
    return refuse(503, failed, { "retry-after": "5" });
  }
  return new Response(outcome.result, {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": attachment(shown.name, file),
      "cache-control": "private, no-store",
    },
  });
}

const shownOf = (model: Omit<Shown, "rows"> & OwnRows): Shown => {
  const { name, description, currency, startMonth, revision, modelVersion, changedAt, notes } = model;
  return { name, description, currency, startMonth, revision, modelVersion, changedAt, notes, rows: ownRowsOf(model) };
};

/** A model with its scenarios as a workbook that recalculates. */
export async function workbookDownload(
  access: ViewAccess,
  origin: RequestOrigin,
  reader: Pick<Reader, "refuse"> = person,
): Promise<Response> {
  const found = await readForExport(access, file, origin, reader.refuse);
  if (found instanceof Response) return found;
  const { model, scenarios } = found;
  const outcome = await evaluated(model, scenarios);
  if (!outcome.ok) return reader.refuse(422, outcome.faults.map(({ message }) => message).join(" "));
  const declared = declaredBy(model.released, model.currencyRate);
  return answer(
    {
      shown: shownOf(model),
      digest: await digestInTurns(documentedOf(model, scenarios)),
      declared,
      whole: model,
      scenarios,
      leavesOutPay: false,
    },
    reader,
  );
}

/** What a link shows as a workbook, without its scenarios; where the link leaves out pay, what would tell it is a row of values. */
export async function linkedWorkbookDownload(access: LinkDownloadAccess, origin: RequestOrigin): Promise<Response> {
  return linkDownload(access, file, origin, async ({ model, evaluate, whole }) => {
    const outcome = await evaluate();
    if ("problem" in outcome) return person.refuse(422, outcome.problem);
    const { leavesOutPay } = model;
    const declared = declaredAt(model.currencyRate);
    return answer(
      {
        shown: shownOf(model),
        digest: await digestInTurns(documentedOf(model, [])),
        declared,
        whole: whole(),
        scenarios: [],
        leavesOutPay,
      },
      person,
    );
  });
}
