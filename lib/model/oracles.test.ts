import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { complete } from "@/test/figures/complete";
import { evaluateModel } from "./evaluate";
import type { ArchitectureResult, ModelResult } from "./result";
import { noRows, type OwnRows, rowTables } from "./rows/own-rows";

/** Figures worked by an independent evaluation of model.md, and printed ones: copied from the design, not from this code. */
const read = (name: string) => JSON.parse(readFileSync(new URL(`./oracles/${name}.json`, import.meta.url), "utf8"));

interface SeriesFigures {
  first: number;
  last: number;
  sum?: number;
}

const sum = (series: readonly (number | null)[]) => series.reduce<number>((total, x) => total + (x ?? 0), 0);

function expectNear(path: string, got: number, wanted: number) {
  const scale = Math.max(Math.abs(got), Math.abs(wanted));
  expect(Math.abs(got - wanted) <= 1e-9 * scale, `${path}: ${got} where ${wanted} is expected`).toBe(true);
}

function expectSeries(path: string, got: readonly (number | null)[], wanted: SeriesFigures) {
  expectNear(`${path} in month 1`, got[1] as number, wanted.first);
  expectNear(`${path} in the last month`, got[got.length - 1] as number, wanted.last);
  if (wanted.sum !== undefined) expectNear(`${path} in all`, sum(got), wanted.sum);
}

type Figures = Record<string, unknown> & {
  views: Record<string, { lineSums: Record<string, number>; totalSum: number }>;
  quantities: Record<string, number | SeriesFigures>;
};

function expectArchitecture(name: string, got: ArchitectureResult, wanted: Figures) {
  const { views, quantities, ...rest } = wanted;
  for (const [view, { lineSums, totalSum }] of Object.entries(views)) {
    const { lines, total } = got.views[view as "cash"];
    expect(Object.keys(lines)).toEqual(Object.keys(lineSums));
    for (const [line, wantedSum] of Object.entries(lineSums))
      expectNear(`${name} ${view} ${line}`, sum(lines[line as "staff"]), wantedSum);
    expectNear(`${name} ${view} total`, sum(total), totalSum);
  }
  expect(Object.keys(got.quantities).sort()).toEqual(Object.keys(quantities).sort());
  for (const [key, figures] of Object.entries(quantities)) {
    const value = got.quantities[key];
    if (typeof figures === "number") expectNear(`${name} ${key}`, value as number, figures);
    else expectSeries(`${name} ${key}`, value as number[], figures);
  }
  for (const [key, figure] of Object.entries(rest)) {
    const value = got[key as keyof ArchitectureResult];
    if (typeof figure === "number") expectNear(`${name} ${key}`, value as number, figure);
    else if (figure !== null && typeof figure === "object")
      expectSeries(`${name} ${key}`, value as number[], figure as SeriesFigures);
    else expect(value, `${name} ${key}`).toBe(figure);
  }
}

describe("an independent evaluation of model.md and infrastructure.md, to a relative 1e-9", () => {
  const names = [
    "defaults",
    "delivery-only",
    "hybrid-given-up",
    "hybrid-today",
    "moving-on",
    "peers-today",
    "very-small",
    "register",
    "equipment",
    "staff-lines",
    "participant-kinds",
    "everything-of-ones-own",
  ];

  it.each(names)("%s", (name) => {
    const { inputs, expected, ...rest } = read(name);
    const rows = Object.fromEntries(rowTables.map((table) => [table, rest[table] ?? []])) as unknown as OwnRows;
    const got: ModelResult = evaluateModel(complete(inputs), rows);
    for (const [architecture, figures] of Object.entries(expected.architectures)) {
      expectArchitecture(architecture, got.architectures[architecture as "cloud"], figures as Figures);
    }
    expect(got.ranking).toEqual(expected.ranking);
    expect(got.breakEven).toEqual(expected.breakEven);
  });
});

describe("rows at random, worked by an independent program month by month", () => {
  interface Sums {
    readonly views: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly residual: number;
    readonly energyKWh: number;
  }
  const { cases } = read("rows-at-random");

  it.each([...cases.keys()] as number[])("case %d", (place) => {
    const { inputs, expected, ...rows } = cases[place];
    const { architectures } = evaluateModel(complete(inputs), { ...noRows, ...rows });
    for (const [name, { views, residual, energyKWh }] of Object.entries<Sums>(expected)) {
      const got = architectures[name as "cloud"];
      expect(Object.keys(views)).toEqual(["cash", "straightLine", "financed"]);
      for (const [view, sums] of Object.entries(views)) {
        for (const [category, wanted] of Object.entries(sums))
          expectNear(`${name} ${view} ${category}`, sum(got.views[view as "cash"].lines[category as "staff"]), wanted);
      }
      expectNear(`${name} residual`, got.residual, residual);
      expectNear(`${name} kWh`, sum(got.energyKWh), energyKWh);
    }
  });
});

describe("published tables", () => {
  it.each(["hamilton-2010", "barroso-2009-case-a"])("%s", (name) => {
    const { inputs, architecture, view, month, expected } = read(name);
    const { lines, total } = evaluateModel(complete(inputs)).architectures[architecture as "onPremises"].views[
      view as "financed"
    ];
    for (const { line, value, tolerance } of expected) {
      const got = (line === "total" ? total : lines[line as "energy"])[month] as number;
      expect(Math.abs(got - value), `${line}: ${got} where ${value} is printed`).toBeLessThanOrEqual(tolerance);
    }
  });

  it("Storj's repair traffic", () => {
    const { rows } = read("peer-storage");
    expect(rows.length).toBe(4);
    for (const { ratio, tolerance, ...inputs } of rows) {
      const got = evaluateModel(complete(inputs)).architectures.peerToPeer.quantities.repairRatio as number;
      expect(Math.abs(got - ratio)).toBeLessThanOrEqual(tolerance);
    }
  });

  it("Backblaze's durability of 17 + 3 pieces", () => {
    const { dataPieces, totalPieces, annualFailureRate, rebuildDays, annualLoss, relativeTolerance } =
      read("durability");
    // One site, no backup and no loss of sites leave the loss to failing drives alone.
    const given = {
      storageDataPieces: dataPieces,
      storageTotalPieces: totalPieces,
      driveAnnualFailureRate: annualFailureRate,
      rebuildDays,
      siteLossPerYear: 0,
      backupCopies: 0,
    };
    const got = evaluateModel(complete(given)).architectures.onPremises.annualLoss;
    expect(Math.abs(got / annualLoss - 1)).toBeLessThanOrEqual(relativeTolerance);
  });
});
