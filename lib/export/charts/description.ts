import type { Architecture } from "@/lib/model/architectures";
import type { CsvCell } from "@/lib/value/csv-format";
import type { ChartPeriod } from "./chart-period";

// One description of each chart. The page's drawing, the SVG and the file of figures are made from it, so they cannot differ.

interface Caption {
  readonly title: string;
  /** What the figures are in: "USD, cash, by month from set-up". */
  readonly unit: string;
  /** What is to be seen, in words, for people who cannot see it. */
  readonly summary: string;
  readonly currency: string;
}

/** Where a scale of money ends at least, so that charts side by side can be compared; it always holds zero. */
export interface MoneySpan {
  readonly least: number;
  readonly most: number;
}

/** An architecture of a chart. */
interface Drawn {
  readonly architecture: Architecture;
  readonly name: string;
  /** Whether it is out of the ranking, while others are in it: it is drawn faintly, and says so. */
  readonly isExcluded?: boolean;
}

/** Its name where it is drawn: at a line's end, or in a legend. */
export function drawnName({ name, isExcluded = false }: Drawn): string {
  return isExcluded ? `${name}, excluded` : name;
}

export interface ChartLine extends Drawn {
  /** Ascending by x; y is money, null where there is none. */
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
}

/** How far a line is known: most of the trials lie between the two, month by month. It is no path that a trial takes. */
export interface ChartBand {
  readonly architecture: Architecture;
  readonly points: readonly { readonly x: number; readonly low: number; readonly high: number }[];
}

/** An upright line with a label; a ring where it has a height. */
export interface ChartMark {
  readonly x: number;
  readonly y: number | null;
  readonly label: string;
}

export interface LineChart extends Caption {
  readonly kind: "lines";
  /** Months from set-up on a plain scale; or times the demand, both scales logarithmic. */
  readonly across:
    | { readonly kind: "months" }
    | {
        readonly kind: "demand";
        readonly from: number;
        readonly to: number;
        /** Whether lines are in parts of what going on as now costs, and not in money. */
        readonly isAgainstToday?: boolean;
      };
  readonly lines: readonly ChartLine[];
  /** Drawn below the lines. */
  readonly bands?: readonly ChartBand[];
  readonly marks: readonly ChartMark[];
  readonly span?: MoneySpan | undefined;
}

export interface ChartStack extends Drawn {
  /** One list a category, in the order of `categories`: money in each period. */
  readonly amounts: readonly (readonly number[])[];
}

export interface StackChart extends Caption {
  readonly kind: "stacks";
  readonly periods: readonly ChartPeriod[];
  /** Names, the largest first. */
  readonly categories: readonly string[];
  readonly stacks: readonly ChartStack[];
  readonly span?: MoneySpan | undefined;
}

export interface WaterfallBar {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** A level stands on zero; a change hangs between two levels. */
  readonly kind: "level" | "change";
}

export interface WaterfallChart extends Caption {
  readonly kind: "waterfall";
  readonly architecture: Architecture;
  readonly bars: readonly WaterfallBar[];
}

export interface ChartBar extends Drawn {
  /** Money or points, in the order of `categories`; a credit is below zero. */
  readonly amounts: readonly number[];
  /** What they come to, as it is written at the bar. */
  readonly total: string;
}

/** A bar for each architecture over the whole horizon, its parts side by side. */
export interface BarChart extends Caption {
  readonly kind: "bars";
  /** What the parts are: money unless they are points of 100. */
  readonly of?: "money" | "points";
  /** Names, the largest first; what is left over is the last. */
  readonly categories: readonly string[];
  readonly bars: readonly ChartBar[];
}

/** A bar for each architecture: the share of trials in which it comes first. */
export interface ChanceChart extends Caption {
  readonly kind: "chances";
  readonly bars: readonly (Drawn & { readonly share: number })[];
}

/** How far one figure reaches, on the scale of all; money. */
export interface RangeBar {
  readonly label: string;
  /** Small below the label. */
  readonly note: string;
  /** In whose colour it is drawn; in ink where it is nobody's. */
  readonly architecture?: Architecture;
  readonly isExcluded?: boolean;
  /** Its two ends, either of which may be the greater; null while they are not known. */
  readonly ends: readonly [number, number] | null;
  /** Of its trials, where it has any. */
  readonly median?: number;
  /** As it is now. */
  readonly now: number;
}

/** Ranges below each other on one scale. */
export interface RangeChart extends Caption {
  readonly kind: "ranges";
  /** Where the scale ends; it holds zero. What lies beyond it is cut there, and says so. */
  readonly axis: MoneySpan;
  /** What a range, the marks on it and zero are, in words. */
  readonly legend: string;
  readonly bars: readonly RangeBar[];
  /** The figures of the file; the first row names the columns. */
  readonly rows: readonly (readonly CsvCell[])[];
}

/** A difference between two as dots, each for as many trials. */
export interface DotChart extends Caption {
  readonly kind: "dots";
  /** Whose colour dots above zero have, and those below. */
  readonly above: Architecture;
  readonly below: Architecture;
  /** Ascending, money. */
  readonly dots: readonly number[];
  /** What either side of zero means. */
  readonly legend: string;
}

/** One side of a map of two inputs; places go from 0, its low end, to 1. */
export interface MapSide {
  /** The input's name and unit. */
  readonly title: string;
  readonly ticks: readonly { readonly place: number; readonly label: string }[];
  readonly now: number;
  /** Between which it lies in eight cases of ten; null where no range says so. */
  readonly range: readonly [number, number] | null;
}

/** Lines through a map, in places. */
type MapLines = readonly (readonly { readonly x: number; readonly y: number }[])[];

/** An area of a map; boxes have their corner of least places and their size. */
export interface MapArea {
  /** Null where nobody can rank first. */
  readonly architecture: Architecture | null;
  readonly name: string;
  /** Whether it is where the figures have no result at all. */
  readonly isRefused: boolean;
  readonly boxes: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** Who ranks first over two inputs. */
export interface MapChart extends Caption {
  readonly kind: "map";
  readonly across: MapSide;
  readonly up: MapSide;
  readonly areas: readonly MapArea[];
  /** Where the first place changes hands, the longest first. */
  readonly borders: readonly { readonly label: string; readonly lines: MapLines }[];
  /** Where it is so likely that one is cheapest. */
  readonly chances: readonly { readonly label: string; readonly lines: MapLines }[];
  /** The figures of the file; the first row names the columns. */
  readonly rows: readonly (readonly CsvCell[])[];
}

export type ChartDescription =
  | LineChart
  | StackChart
  | WaterfallChart
  | BarChart
  | ChanceChart
  | RangeChart
  | DotChart
  | MapChart;
