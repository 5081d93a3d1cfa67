import { replicateSize } from "@/lib/math/hypercube";
import { type InputKey, inputList } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { declaredRanges } from "@/lib/model/ranges/declared-ranges";
import { type DriverKey, type DriverStrength, driverKeys, driverStrengths, drivers } from "@/lib/model/ranges/drivers";
import { fieldsOfTable, type RowField } from "@/lib/model/rows/fields";
import type { Ends } from "@/lib/model/rows/own-rows";
import { type QuantileRow, quantileRow } from "@/lib/model/spread/quantile-function";
import { type Spread, spreadOf, spreadOfAmount } from "@/lib/model/spread/spread";
import { type Draws, fillNormal, type Pull, passingDraws } from "./draws";
import type { UncertaintyRequest } from "./request";

/** A figure that is drawn anew in each trial. */
export interface DrawnFigure {
  /** The key of an input, or `line:` and what names a line, with the field of it that is drawn: "line:rack/price". */
  readonly key: string;
  /** The term of formulas that it stands for. */
  readonly term: string;
  readonly kind: Spread["kind"];
  readonly at: QuantileRow;
  readonly driver?: { readonly key: DriverKey; readonly sign: 1 | -1 };
}

/** What is drawn, and how it moves together. */
export interface Plan {
  readonly drawn: readonly DrawnFigure[];
  readonly strengths: Readonly<Record<DriverKey, DriverStrength>>;
  /** The draws of a figure in the trials of a replicate. */
  readonly draws: (figure: DrawnFigure, replicate: number) => Draws;
  /** The same, to be read before others are asked for: they may lie where those will lie. */
  readonly passingDraws: (figure: DrawnFigure, replicate: number) => Draws;
  /** Puts its values in a row. */
  readonly fill: (figure: DrawnFigure, replicate: number, row: Float64Array) => void;
}

const unbounded = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

function drawnInputs({ inputs, declared, ranges, modelValues, evidence }: UncertaintyRequest): DrawnFigure[] {
  return inputList.flatMap(({ key: name, format }): DrawnFigure[] => {
    const key = name as InputKey;
    if (format === "choice") return [];
    const input = declared.input[key] as NumberInput;
    const range = declaredRanges[key];
    const value = inputs[key] as number;
    const spread = spreadOf({
      ...{ input, range, value, own: ranges[key], ownBeside: modelValues?.[key], evidence: evidence[key] },
    });
    if (spread === null) return [];
    const at = quantileRow(spread, input, input.integer);
    const driver = range?.driver && { driver: { key: range.driver, sign: range.sign } };
    return [{ key, term: key, kind: spread.kind, at, ...driver }];
  });
}

function drawnLines({ rows }: UncertaintyRequest): DrawnFigure[] {
  return rows.customLines.flatMap(({ id, amount, low = amount, high = amount }, place): DrawnFigure[] => {
    const spread = spreadOfAmount(amount, low, high);
    if (spread === null) return [];
    const at = quantileRow(spread, unbounded, false);
    return [{ key: `line:${id ?? place + 1}`, term: `customLines.${place}.amount`, kind: "scaled", at }];
  });
}

const unsigned = { min: 0, max: Number.POSITIVE_INFINITY };

/** The figures of equipment and staff lines that have a low and a high (infrastructure.md section 24). */
function drawnRows({ rows }: UncertaintyRequest): DrawnFigure[] {
  return (["equipmentLines", "staffLines"] as const).flatMap((table) => {
    const fields: Readonly<Record<string, RowField>> = fieldsOfTable[table];
    const uncertain = Object.keys(fields).filter((field) => "hasEnds" in (fields[field] as RowField));
    return rows[table].flatMap((row, place) => {
      const figures = row as unknown as Readonly<Record<string, number>>;
      const ranges: Readonly<Record<string, Ends | undefined>> = row.ranges ?? {};
      return uncertain.flatMap((field): DrawnFigure[] => {
        const ends = ranges[field];
        const spread = ends ? spreadOfAmount(figures[field] as number, ends.low, ends.high) : null;
        if (spread === null) return [];
        const [key, term] = [`line:${row.id ?? place + 1}/${field}`, `${table}.${place}.${field}`];
        return [{ key, term, kind: "scaled", at: quantileRow(spread, unsigned, false) }];
      });
    });
  });
}

/** Draws of drivers, which are asked for again, in rows that are used again: so none is left for the collector. */
class DriverDraws {
  private readonly known = new Map<string, Float64Array>();

  constructor(private readonly most: number) {}

  /** To be read before as many others are asked for as are remembered. */
  of(seed: number, driver: DriverKey, replicate: number): Pull["driver"] {
    const at = `${driver}/${replicate}`;
    const known = this.known.get(at);
    if (known) return { z: known };
    const z = this.room();
    this.known.set(at, z);
    fillNormal(seed, `driver:${driver}`, replicate, z);
    return { z };
  }

  private room(): Float64Array {
    const [oldest] = this.known;
    if (!oldest || this.known.size < this.most) return new Float64Array(replicateSize);
    this.known.delete(oldest[0]);
    return oldest[1];
  }
}

/** Drivers in a replicate, or replicates of a driver. */
const mostOfDrivers = 128;
/** Replicates of which all draws are remembered from the trials to what is made of them: a first answer, and half of a usual run. */
const remembered = 1;

/** Draws of the first replicates by figure: they are the same whatever the figures come to, so a key draws nothing anew. */
let lately: { readonly by: string; readonly draws: Map<string, Draws[]> } = { by: "", draws: new Map() };

/** @param by what decides the draws of a figure: the seed, and how figures move together */
function firstDrawsOf(by: string, drawn: readonly DrawnFigure[]): Map<string, Draws[]> {
  const asked = new Set(drawn.map(({ key }) => key));
  const kept = lately.by === by ? [...lately.draws].filter(([key]) => asked.has(key)) : [];
  lately = { by, draws: new Map(kept) };
  return lately.draws;
}

function makePlan(request: UncertaintyRequest): Plan {
  const { seed } = request;
  const strengths = Object.fromEntries(
    driverKeys.map((key) => [key, request.drivers[key] ?? drivers[key].strength]),
  ) as Plan["strengths"];
  const ofDrivers = new DriverDraws(mostOfDrivers);
  const pullOf = ({ driver }: DrawnFigure, replicate: number): Pull | null => {
    const correlation = driver ? driverStrengths[strengths[driver.key]] : 0;
    if (!driver || correlation === 0) return null;
    return { driver: ofDrivers.of(seed, driver.key, replicate), correlation, sign: driver.sign };
  };
  const draw = (figure: DrawnFigure, replicate: number): Draws =>
    passingDraws(seed, figure.key, replicate, pullOf(figure, replicate));
  const make = (figure: DrawnFigure, replicate: number): Draws => {
    const { u, z } = draw(figure, replicate);
    return { u: u.slice(), z: z.slice() };
  };
  const drawn = [...drawnInputs(request), ...drawnLines(request), ...drawnRows(request)];
  const first = firstDrawsOf(JSON.stringify([seed, strengths]), drawn);
  const draws: Plan["draws"] = (figure, replicate) => {
    if (replicate >= remembered) return make(figure, replicate);
    const known = first.get(figure.key) ?? [];
    first.set(figure.key, known);
    const draws = known[replicate] ?? make(figure, replicate);
    known[replicate] = draws;
    return draws;
  };
  const passing: Plan["passingDraws"] = (figure, replicate) =>
    replicate < remembered ? draws(figure, replicate) : draw(figure, replicate);
  return {
    drawn,
    strengths,
    draws,
    passingDraws: passing,
    fill: (figure, replicate, row) => {
      const { u, z } = passing(figure, replicate);
      figure.at(u, z, row);
    },
  };
}

const plans = new WeakMap<UncertaintyRequest, Plan>();

/** What a request draws: inputs in the order in which they are shown, then own lines, equipment and people. */
export function planOf(request: UncertaintyRequest): Plan {
  const plan = plans.get(request) ?? makePlan(request);
  plans.set(request, plan);
  return plan;
}

/** The values of a figure in the trials of a replicate. */
export function valuesOf({ at }: DrawnFigure, { u, z }: Draws): Float64Array {
  return at(u, z);
}
