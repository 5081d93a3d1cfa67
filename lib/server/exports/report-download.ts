import "server-only";
import { ownRowsIn } from "@/lib/draft/scenario/compared-rows";
import { statedRows } from "@/lib/draft/scenario/scenario-rows";
import type { UncertainDraft } from "@/lib/draft/uncertainty/uncertainty-request";
import { untouchedDraws } from "@/lib/draft/uncertainty/untouched-draws";
import type { ReportedModel } from "@/lib/export/report/reported-model";
import { completeInputs, convertInputs } from "@/lib/model/currency";
import { payInputs } from "@/lib/model/pay/pay";
import { ownRowsOf } from "@/lib/model/rows/own-rows";
import { startingFigures } from "@/lib/model/templates";
import { routes } from "@/lib/routes";
import type { LinkDownloadAccess } from "@/lib/server/access/link";
import type { ViewAccess } from "@/lib/server/access/model";
import { decidedBy } from "@/lib/server/decisions/get-decision";
import { digestInTurns } from "@/lib/server/files/digest-in-turns";
import { plain, type Refuse } from "@/lib/server/http/route";
import { env } from "@/lib/server/runtime/env";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { uncertaintyForPage } from "@/lib/server/uncertainty/run-uncertainty";
import { type ReportChoice, readReportChoice } from "@/lib/value/report-choice";
import { evaluated } from "./evaluated-model";
import { linkDownload } from "./linked-csv";
import { downloadHeaders, person, type Reader, readForExport } from "./model-csv";
import { documentedOf, type StoredModel } from "./model-json";
import { pdfsBusy, preparePdf, writtenPdf } from "./written-pdf";

type Results = Pick<ReportedModel, "inputs" | "result" | "scenarios">;

interface Asked {
  readonly model: StoredModel;
  readonly address: string;
  /** The figures that trials rest on, with what is not shown. */
  readonly whole: UncertainDraft;
  readonly isPayPooled: boolean;
  readonly digest: string;
  readonly decided: ReportedModel["decided"];
  readonly refuse: Refuse;
}

/** The report of a model, in the parts that the address asks for. */
export async function reportDownload(
  access: ViewAccess,
  parameters: URLSearchParams,
  origin: RequestOrigin,
  { refuse }: Reader = person,
): Promise<Response> {
  const asked = readReportChoice(parameters);
  if (!asked.ok) return refuse(422, asked.faults.map(({ message }) => message).join(" "));
  const found = await readForExport(access, "report.pdf", origin, refuse);
  if (found instanceof Response) return found;
  preparePdf();
  const { model, scenarios } = found;
  const outcome = await evaluated(model, scenarios);
  if (!outcome.ok) return refuse(422, outcome.faults.map(({ message }) => message).join(" "));
  const [base, ...others] = outcome.exported.scenarios;
  if (base === undefined) throw new Error("a model has its own figures");
  const results = {
    inputs: completeInputs(model.inputs, model.currencyRate),
    result: base.result,
    scenarios: others.map(({ name, result }, place) => {
      const { inputs = {}, rows } = scenarios[place] ?? {};
      return { name, result, inputs, ownRows: ownRowsIn(model, statedRows(rows)) };
    }),
  };
  const address = new URL(routes.model(access.modelId), env().APP_URL).href;
  const digest = await digestInTurns(documentedOf(model, scenarios));
  const rest = { whole: model, isPayPooled: false, refuse, digest, decided: await decidedBy(access) };
  return written({ model, address, ...rest }, results, asked.choice);
}

/** The same of what a link shows: without scenarios and decisions, without what the link leaves out, and without the link itself, which opens the model. */
export async function linkedReport(
  access: LinkDownloadAccess,
  parameters: URLSearchParams,
  origin: RequestOrigin,
): Promise<Response> {
  const asked = readReportChoice(parameters);
  if (!asked.ok) return plain(422, asked.faults.map(({ message }) => message).join(" "));
  return linkDownload(access, "report.pdf", origin, async ({ model, evaluate, whole }) => {
    preparePdf();
    const outcome = await evaluate();
    if ("problem" in outcome) return plain(422, outcome.problem);
    const { result, inputs } = outcome;
    const digest = await digestInTurns(documentedOf(model, []));
    const rest = { whole: whole(), isPayPooled: model.leavesOutPay, decided: null, digest, refuse: plain };
    return written({ model, address: env().APP_URL, ...rest }, { result, inputs, scenarios: [] }, asked.choice);
  });
}

async function written(
  { model, address, whole, isPayPooled, decided, digest, refuse }: Asked,
  results: Results,
  choice: ReportChoice,
): Promise<Response> {
  const trials = await uncertaintyForPage(whole);
  if (trials === null || trials.kind === "later") return refuse(429, pdfsBusy, { "retry-after": "5" });
  if (trials.kind === "invalid") return refuse(422, trials.faults.map(({ message }) => message).join(" "));
  const begun = startingFigures(model.templateKey);
  const starting = convertInputs(begun.starting, 1, model.currencyRate);
  const { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate } = model;
  const { revision, modelVersion, changedAt, inputs: stated, notes } = model;
  const reported: ReportedModel = {
    ...{ name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate },
    ...{ revision, modelVersion, changedAt, address, stated, notes, starting, isPayPooled, decided, digest },
    rows: ownRowsOf(model),
    bases: begun.bases,
    ...results,
    uncertainty: trials.document,
    singles: trials.singles ?? null,
    dots: trials.dots ?? { difference: [], saved: {} },
    untouched: untouchedDraws(trials.document.drawn, whole, starting),
    hidden: isPayPooled ? payInputs : [],
  };
  const failed = "The report could not be written. Try again, or with fewer parts.";
  const bytes = await writtenPdf({ kind: "report", model: reported, choice }, refuse, failed);
  if (bytes instanceof Response) return bytes;
  return new Response(bytes, { headers: downloadHeaders(name, "report.pdf", "application/pdf") });
}
