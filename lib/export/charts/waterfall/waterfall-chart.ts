import type { Waterfall, Waterfalls } from "@/lib/analysis/waterfall";
import { type Architecture, architectureNames, architectures } from "@/lib/model/architectures";
import { type InputKey, input } from "@/lib/model/inputs";
import { moneyCell } from "@/lib/value/amount";
import { baseName } from "@/lib/value/base-name";
import type { CsvCell } from "@/lib/value/csv-format";
import { formatMoney } from "@/lib/value/format";
import { inputName } from "@/lib/value/input-name";
import { spoken, verb } from "@/lib/value/spoken";
import type { WaterfallBar, WaterfallChart } from "../description";

interface Differences {
  readonly all: Waterfalls;
  /** The name of the scenario that they lead to. */
  readonly scenario: string;
  readonly currency: string;
  /** What runs today in the base and in the scenario, where bars begin with going on as now; null where they begin with the base. */
  readonly today: { readonly inBase: Architecture; readonly inScenario: Architecture | null } | null;
}

export const goingOnName = "Going on as now";

/** What a step puts in place; a step without inputs is the rows. */
export function stepLabel(keys: readonly InputKey[]): string {
  return keys.length === 0 ? "Own lines and other rows" : keys.map((key) => inputName(input[key])).join(", ");
}

/** What moving from what runs today changes with the base's figures, money; 0 for what runs today itself. */
export function movingChange(all: Waterfalls, today: Architecture, to: Architecture): number {
  // Of whole smallest coins, as the steps are: what a double leaves is rounded away.
  return Number((all[to].start - all[today].start).toFixed(4));
}

/** What each difference between the base and a scenario costs an architecture; against today from what going on as now costs. */
export function waterfallChart(differences: Differences, architecture: Architecture): WaterfallChart {
  const { all, scenario, currency, today } = differences;
  const name = architectureNames[architecture].toLowerCase();
  const from = today === null ? baseName : goingOnName.toLowerCase();
  return {
    kind: "waterfall",
    title: `What each difference costs, ${name}`,
    unit: `${currency}, net present cost, ${from} to ${scenario}`,
    summary: [
      ...(today === null ? [] : [`${goingOnName} costs ${formatMoney(all[today.inBase].start, currency)}.`]),
      levelWords(all[architecture], name, scenario, currency),
      "The table below holds the same.",
    ].join(" "),
    currency,
    architecture,
    bars: barsOf(differences, architecture),
  };
}

/** Both levels, and the difference that weighs most. */
function levelWords({ start, end, steps }: Waterfall, name: string, scenario: string, currency: string): string {
  const [largest] = [...steps].sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return [
    `Net present cost of ${name}: ${baseName} ${formatMoney(start, currency)}, ${scenario} ${formatMoney(end, currency)}.`,
    ...(largest === undefined
      ? []
      : [`The largest difference is ${stepLabel(largest.keys)}, ${formatMoney(largest.change, currency)}.`]),
  ].join(" ");
}

function barsOf({ all, scenario, today }: Differences, architecture: Architecture): WaterfallBar[] {
  const { start, end, steps } = all[architecture];
  const level = (label: string, to: number): WaterfallBar => ({ label, from: 0, to, kind: "level" });
  const goingOn = today === null ? null : all[today.inBase].start;
  const begin =
    goingOn === null
      ? [level(baseName, start)]
      : today?.inBase === architecture
        ? [level(goingOnName, start)]
        : [
            level(goingOnName, goingOn),
            { label: `Moving to ${spoken[architecture].within}`, from: goingOn, to: start, kind: "change" as const },
            level(baseName, start),
          ];
  return [
    ...begin,
    ...steps.map(({ keys, from, to }): WaterfallBar => ({ label: stepLabel(keys), from, to, kind: "change" })),
    level(scenario, end),
  ];
}

/** What the architecture saves in the scenario, whose figures going on as now has there, too; null where nothing runs today in it. */
export function scenarioSavingWords({ all, scenario, currency, today }: Differences, of: Architecture): string | null {
  const now = today?.inScenario ?? null;
  if (now === null) return null;
  const goingOn = `With the figures of ${scenario} going on as now costs ${formatMoney(all[now].end, currency)}`;
  if (now === of) return `${goingOn}.`;
  const saved = all[now].end - all[of].end;
  const amount = formatMoney(Math.abs(saved), currency);
  const rest = saved < 0 ? `${verb(of, "costs", "cost")} ${amount} more` : `${verb(of, "saves", "save")} ${amount}`;
  return `${goingOn}; there ${rest.charAt(0).toLowerCase()}${rest.slice(1)}.`;
}

/** The waterfall as a file: levels and changes, a row each. */
export function waterfallRows({ all, scenario, currency, today }: Differences): CsvCell[][] {
  const row = (label: string, amount: (name: Architecture) => number | undefined) => [
    label,
    ...architectures.map((name) => moneyCell(amount(name) ?? 0, currency)),
  ];
  return [
    ["difference", ...architectures.map((architecture) => `${architectureNames[architecture]} (${currency})`)],
    ...(today === null
      ? []
      : [
          row(goingOnName, () => all[today.inBase].start),
          row("Moving", (name) => movingChange(all, today.inBase, name)),
        ]),
    row(baseName, (name) => all[name].start),
    ...all.onPremises.steps.map(({ keys }, place) => row(stepLabel(keys), (name) => all[name].steps[place]?.change)),
    row(scenario, (name) => all[name].end),
  ];
}
