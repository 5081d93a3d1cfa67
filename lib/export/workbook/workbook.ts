import type { InputTerm } from "@/lib/formula/node";
import { architectures, views } from "@/lib/model/architectures";
import { costModel } from "@/lib/model/cost-model";
import { evaluateModel, figureOf } from "@/lib/model/evaluate";
import { baseName } from "@/lib/value/base-name";
import { byYear } from "../by-year";
import { dateOf } from "../document";
import { answerSheet } from "./sheets/answer-sheet";
import { breakEvenSheet } from "./sheets/break-even-sheet";
import { checkSheet, type OwnFigures } from "./sheets/check-sheet";
import type { ExportedWorkbook } from "./sheets/exported-workbook";
import {
  inputRows,
  inputSheet,
  inputsName,
  rowsHeadingAt,
  scenarioSheet,
  scenariosName,
  shownKeys,
} from "./sheets/input-sheet";
import { modelLayout } from "./sheets/model-layout";
import { modelSheets } from "./sheets/model-sheets";
import { scenarioName } from "./sheets/named-inputs";
import { rowSheet } from "./sheets/row-sheet";
import { workbookRows } from "./sheets/scenario-rows";
import { trialSheet } from "./sheets/trial-sheet";
import { payerSheet, type YearSource, yearSheet } from "./sheets/year-sheets";
import type { WorkbookFile } from "./xlsx/package";

function ownFigures(result: ReturnType<typeof evaluateModel>): OwnFigures {
  return Object.fromEntries(
    views.map((view) => [
      view,
      Object.fromEntries(architectures.map((a) => [a, byYear(result.architectures[a].views[view].total)])),
    ]),
  ) as unknown as OwnFigures;
}

/**
 * The model as a workbook that recalculates: every quantity a formula that is printed from its declaration, down to the inputs, with what it
 * comes to beside it.
 *
 * @param exported of figures that are known to have a result, each scenario's too
 * @throws DeclarationError where a word of the language has no form in a spreadsheet
 */
export function modelWorkbook(given: ExportedWorkbook): WorkbookFile {
  const joined = workbookRows(given);
  const exported = { ...given, rows: joined.rows, scenarios: joined.scenarios };
  const { inputs, rows: ownRows, currency, scenarios, leavesOutPay } = exported;
  const model = costModel(ownRows);
  // What the checks compare with is worked out from the rows themselves, not from the joined ones.
  const base: ExportedWorkbook["scenarios"][number] = { name: baseName, inputs: {} };
  const own = [base, ...scenarios].map(({ name, inputs: changed, ownRows: rows = given.rows }) => {
    const complete = { ...inputs, ...changed };
    return { name, result: evaluateModel(complete, rows), horizon: complete.horizonMonths };
  });
  const [{ result }] = own as [(typeof own)[number]];
  const most = Math.max(...own.map(({ horizon }) => horizon));
  const months = { most, horizon: inputs.horizonMonths, dateOf: (month: number) => dateOf(exported.startMonth, month) };
  const layout = modelLayout(model, leavesOutPay);
  const figures = modelSheets(layout, months, currency, figureOf(inputs, ownRows) as (input: InputTerm) => number);
  const source: YearSource = { layout, rowOf: figures.rowOf, read: figures.read, mostMonths: most };
  const rows = inputRows(exported);
  const lines = rowSheet(exported, joined, rowsHeadingAt(rows) + 1);
  const { sheet: years, totals } = yearSheet(source, currency);
  const checks = checkSheet({
    ...{ exported, rows, totals, mostMonths: most, joined, changedCells: lines.changedCells },
    own: own.map(({ name, result }) => ({ name, figures: ownFigures(result) })),
  });
  const names = new Map<string, string>([
    ...shownKeys(rows).map((key): [string, string] => [key, `${inputsName}!$B$${rows.rowOf.get(key)}`]),
    ...lines.names,
    [scenarioName, `${scenariosName}!$C$2`],
  ]);
  return {
    title: exported.name,
    changedAt: exported.changedAt,
    names,
    sheets: [
      answerSheet(exported, source, { model, result, totals }),
      inputSheet(exported, rows, most),
      lines.sheet,
      scenarioSheet(exported, rows, most, baseName, joined, lines.cellOf),
      years,
      payerSheet(source, model, currency),
      trialSheet(exported),
      checks,
      breakEvenSheet(source, result, months, currency),
      ...figures.sheets,
    ],
  };
}
