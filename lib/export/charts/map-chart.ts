import { scaleLinear, scaleLog } from "d3-scale";
import { type Border, bordersOf } from "@/lib/analysis/frontier/borders";
import type { Chances } from "@/lib/analysis/frontier/chances";
import { levelLines } from "@/lib/analysis/frontier/contours";
import { type FrontierMap, finePoints, leaderOf, type MapAxis, noResult } from "@/lib/analysis/frontier/map";
import { type Architecture, architectureNames, architectures } from "@/lib/model/architectures";
import { input } from "@/lib/model/inputs";
import { isPercentage, type NumberInput } from "@/lib/model/inputs/declaration";
import { moneyCell } from "@/lib/value/amount";
import { type CsvCell, figure } from "@/lib/value/csv-format";
import { numberText } from "@/lib/value/describe-input";
import { formatPercent, formatTick } from "@/lib/value/format";
import { inputName, inputNameInSentence } from "@/lib/value/input-name";
import { spoken, verb } from "@/lib/value/spoken";
import { unitInCurrency, unitLabel } from "@/lib/value/unit-label";
import type { MapArea, MapChart, MapSide } from "./description";
import { boxesByLeader } from "./map-boxes";
import { isPowerOfTen } from "./marks";

/** An architecture, and how likely it is cheapest at each point. */
export interface ChancesOf {
  readonly architecture: Architecture;
  readonly chances: Chances;
}

const levels = [0.5, 0.8, 0.9];
/** Ticks that a side has room for. */
const ticks = 6;

function nameWithUnit(key: MapAxis["key"], currency: string): string {
  const declared = input[key] as NumberInput;
  const unit = unitLabel(declared.unit, currency);
  return `${inputName(declared)}${unit === "" ? "" : `, ${unit}`}`;
}

function sideOf({ key, low, high, isLog, isWhole, now, range }: MapAxis, currency: string): MapSide {
  const declared = input[key] as NumberInput;
  const scale = isLog ? scaleLog([low, high], [0, 1]) : scaleLinear([low, high], [0, 1]);
  const all = scale.ticks(ticks).filter((x) => !isWhole || Number.isInteger(x));
  const first = (x: number) => Number(x.toExponential(0)[0]);
  const few = all.length <= ticks + 2 ? all : all.filter((x) => [1, 2, 5].includes(first(x)));
  const shown = few.length <= ticks + 4 ? few : few.filter(isPowerOfTen);
  return {
    title: `${nameWithUnit(key, currency)}${isLog ? " (logarithmic)" : ""}`,
    ticks: shown.map((x) => ({
      place: scale(x),
      label:
        isPercentage(declared) || Math.abs(x) < 0.01 ? numberText(declared, Number(x.toPrecision(12))) : formatTick(x),
    })),
    ...{ now, range },
  };
}

function areasOf({ leaders }: FrontierMap): MapArea[] {
  return [...boxesByLeader(leaders)].map(([leader, boxes]) => {
    const architecture = leaderOf(leader);
    const isRefused = leader === noResult;
    const name = architecture ? architectureNames[architecture] : isRefused ? "No result" : "None eligible";
    return { architecture, isRefused, name, boxes };
  });
}

function borderLabel({ between }: Border): string {
  return between.map((each) => (each === null ? "none eligible" : architectureNames[each])).join(" | ");
}

/** What is to be seen: on how much of the map each ranks first, and who does at the present values. */
function summaryOf(map: FrontierMap, names: readonly [string, string]): string {
  const shares = architectures.flatMap((a, place) => {
    const share = map.leaders.filter((leader) => leader === place).length / map.leaders.length;
    return share === 0 ? [] : [`${spoken[a].within} on ${formatPercent(share)}`];
  });
  const [i, j] = [map.x, map.y].map(({ now }) => Math.round(now * (finePoints - 1))) as [number, number];
  const leader = leaderOf(map.leaders[j * finePoints + i] as number);
  const now =
    leader === null
      ? "Nobody is eligible at the present values"
      : `${verb(leader, "ranks", "rank")} first at the present values`;
  const where = shares.length === 0 ? "nowhere on the map anybody does" : `over the map ${shares.join(", ")}`;
  return `Who ranks first by ${names.join(" and ")}. ${now}; ${where}.`;
}

/** The figures of the file: every point that was worked out. */
function rowsOf(map: FrontierMap, of: ChancesOf | null, currency: string): CsvCell[][] {
  const chanceAt = (i: number, j: number): CsvCell => {
    const n = of?.chances.n ?? 0;
    const step = (finePoints - 1) / (n - 1);
    const share = of?.chances.shares[(j / step) * n + i / step];
    return share === undefined || Number.isNaN(share) ? "" : figure(String(share));
  };
  const sorted = [...map.points].sort((one, other) => one.j - other.j || one.i - other.i);
  return [
    [
      ...[map.x, map.y].map(({ key }) => `${key} (${unitInCurrency((input[key] as NumberInput).unit, currency)})`),
      "first",
      ...architectures.map((a) => `${architectureNames[a]} (${currency}, net present cost)`),
      ...architectures.map((a) => `${architectureNames[a]} eligible`),
      ...(of === null ? [] : [`chance that ${spoken[of.architecture].within} ranks first`]),
    ],
    ...sorted.map(({ i, j, x, y, standing }) => [
      ...[x, y].map((value) => figure(String(value))),
      standing === null ? "no result" : standing.leader === null ? "none eligible" : architectureNames[standing.leader],
      ...architectures.map((_, a) =>
        standing === null ? "" : moneyCell(standing.netPresentCosts[a] as number, currency),
      ),
      ...architectures.map((_, a) => (standing === null ? "" : standing.eligible[a] ? "yes" : "no")),
      ...(of === null ? [] : [chanceAt(i, j)]),
    ]),
  ];
}

/** Who ranks first over two inputs, and how likely one is cheapest there. @param of null where no trials have run */
export function mapChart(map: FrontierMap, of: ChancesOf | null, currency: string): MapChart {
  const names = [map.x, map.y].map(({ key }) => inputNameInSentence(key)) as [string, string];
  return {
    kind: "map",
    title: "Who ranks first by two inputs",
    unit:
      of === null
        ? "by net present cost, among the eligible"
        : `by net present cost, among the eligible; broken lines: chance that ${spoken[of.architecture].within} ${spoken[of.architecture].isPlural ? "rank" : "ranks"} first`,
    summary: summaryOf(map, names),
    currency,
    across: sideOf(map.x, currency),
    up: sideOf(map.y, currency),
    areas: areasOf(map),
    borders: bordersOf(map).map((border) => ({ label: borderLabel(border), lines: border.lines })),
    chances:
      of === null
        ? []
        : levels.map((level) => ({
            label: formatPercent(level),
            lines: levelLines(of.chances.shares, of.chances.n, level),
          })),
    rows: rowsOf(map, of, currency),
  };
}
