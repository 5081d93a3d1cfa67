import { architectureNames, architectures } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import type { InputKey } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { tableNames } from "@/lib/model/rows/table-names";
import { describeInput } from "@/lib/value/describe-input";
import { formatExact } from "@/lib/value/format";
import { inputName } from "@/lib/value/input-name";
import { ownRowWords } from "@/lib/value/rows/own-row-words";
import { rowName } from "@/lib/value/rows/row-words";
import type { Block, ReportPart } from "../blocks";
import type { ReportedModel } from "../reported-model";

/** What each scenario costs, and in what it differs from the model. */
export function scenariosPart(model: ReportedModel): ReportPart {
  const { currency, scenarios, result } = model;
  if (scenarios.length === 0)
    return { title: "Scenarios", blocks: [{ kind: "words", text: "There are none beside the model's own figures." }] };
  const row = (head: string, of: ModelResult) => ({
    head,
    cells: [
      ...architectures.map((name) => formatExact(of.architectures[name].netPresentCost, currency)),
      architectureNames[of.ranking[0] ?? "cloud"],
    ],
  });
  return {
    title: "Scenarios",
    blocks: [
      { kind: "words", text: `Net present cost, ${currency}.`, isQuiet: true },
      {
        kind: "table",
        summary: "Net present cost of each architecture by scenario",
        corner: "",
        columns: [
          ...architectures.map((name) => ({ title: architectureNames[name] })),
          { title: "First in rank", isWords: true },
        ],
        rows: [row("Base", result), ...scenarios.map((scenario) => row(scenario.name, scenario.result))],
      },
      ...scenarios.flatMap((scenario) => differences(model, scenario)),
    ],
  };
}

type Scenario = ReportedModel["scenarios"][number];

function differences(model: ReportedModel, scenario: Scenario): Block[] {
  const blocks = [...inputBlocks(model, scenario), ...rowBlocks(model, scenario)];
  const none: Block = { kind: "words", text: "It differs from the model in nothing." };
  return [{ kind: "heading", text: scenario.name }, ...(blocks.length === 0 ? [none] : blocks)];
}

function inputBlocks({ currency, currencyRate, inputs: base }: ReportedModel, { name, inputs }: Scenario): Block[] {
  const { input } = declaredAt(currencyRate);
  const keys = (Object.keys(inputs) as InputKey[]).filter((key) => inputs[key] !== base[key]);
  const words = (key: InputKey, value: number | string | undefined) => describeInput(input[key], value ?? "", currency);
  if (keys.length === 0) return [];
  return [
    {
      kind: "table",
      summary: `In what inputs of the scenario ${name} differ`,
      corner: "Input",
      columns: [{ title: "In the model" }, { title: "In the scenario" }],
      rows: keys.map((key) => ({
        head: inputName(input[key]),
        cells: [words(key, base[key]), words(key, inputs[key])],
      })),
    },
  ];
}

function rowBlocks({ currency }: ReportedModel, { name, ownRows }: Scenario): Block[] {
  if (ownRows.length === 0) return [];
  return [
    {
      kind: "table",
      summary: `In what rows of the scenario ${name} differ`,
      corner: "Row",
      columns: [
        { title: "Of", isWords: true },
        { title: "In the scenario", isWords: true },
      ],
      rows: ownRows.map(({ table, base, own }) => {
        const row = own ?? base;
        return {
          head: row === undefined ? "" : rowName(row),
          cells: [tableNames[table], ownRowWords(table, base, own, currency)],
        };
      }),
    },
  ];
}
