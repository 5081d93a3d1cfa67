import { describe, expect, it } from "vitest";
import { finish } from "@/lib/analysis/steps";
import { valueAt } from "@/lib/analysis/switching/domain";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { uncertainty } from "@/lib/analysis/uncertainty/uncertainty";
import { architectures } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import { defaultInputs, type InputKey, type Inputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { bordersOf } from "./borders";
import { type Chances, chancesOver } from "./chances";
import { contours, levelLines } from "./contours";
import { domainsOf, type FrontierMap, finePoints, frontierMap, noResult } from "./map";

const requestOf = (given: Partial<Inputs> = {}): UncertaintyRequest => ({
  inputs: { ...defaultInputs, ...given },
  rows: noRows,
  ...{ declared: declaredAt(1), ranges: {}, evidence: {}, drivers: {}, trials: 1000, seed: 1 },
});

const mapOf = (keys: [InputKey, InputKey], given?: Partial<Inputs>) =>
  finish(frontierMap(requestOf(given), keys)) as FrontierMap;

/** Users without machines, 12 months, no discount and no escalation: own servers and the cloud differ in engineers alone. */
const plain: Partial<Inputs> = {
  ...{ horizonMonths: 12, discountRate: 0, storedTB: 0, egressTB: 0, coreHours: 0, users: 0 },
  ...{ wageInflation: 0, generalInflation: 0, hybridPermitted: 0, peerToPeerPermitted: 0 },
};

describe("the map of two inputs", { timeout: 60_000 }, () => {
  it("parts own servers and the cloud where they have as many engineers", () => {
    // By hand: nothing else parts them (sensitivity.test.ts), so the border is the line of equal figures. Own servers have 3 at first, the cloud 2.
    const map = mapOf(["onPremisesEngineeringFTE", "cloudEngineeringFTE"], plain);
    const [border, ...others] = bordersOf(map);
    expect(others).toEqual([]);
    expect(border?.between).toEqual(["onPremises", "cloud"]);
    const [x, y] = domainsOf(requestOf(plain), ["onPremisesEngineeringFTE", "cloudEngineeringFTE"]) ?? [];
    if (!x || !y) throw new Error("no domains");
    const offset = (place: { x: number; y: number }) => valueAt(x, place.x) / valueAt(y, place.y);
    const all = border?.lines.flat() ?? [];
    expect(all.length).toBeGreaterThan(20);
    // On logarithmic scales a step of a 128th is some 2.5 %.
    for (const place of all) expect(Math.abs(Math.log(offset(place)))).toBeLessThan(0.02);
  });

  it("is what the whole model says at every point that is worked out, and fine where the leader changes", () => {
    const keys = ["serverPrice", "demandScale"] as const;
    for (const given of [{}, { peerLifetimeMonths: 40 }]) {
      const map = mapOf([...keys], given);
      expect(new Set(map.points.map(({ standing }) => standing?.leader)).size).toBeGreaterThan(1);
      for (const { x, y, standing } of map.points.filter((_, k) => k % 5 === 0)) {
        const outcome = tryEvaluate({ ...defaultInputs, ...given, [keys[0]]: x, [keys[1]]: y });
        const { ranking = [], architectures: results } = outcome.ok ? outcome.result : {};
        const first = ranking[0];
        expect(standing?.leader ?? null).toBe(first && results?.[first].eligible ? first : null);
        if (standing && results) {
          expect(standing.netPresentCosts).toEqual(architectures.map((a) => results[a].netPresentCost));
        }
      }
    }
  });

  it("has at every point between the leader that working it out gives", () => {
    const keys = ["onPremisesEngineeringFTE", "cloudEngineeringFTE"] as const;
    const map = mapOf([...keys], plain);
    const [x, y] = domainsOf(requestOf(plain), keys) ?? [];
    if (!x || !y) throw new Error("no domains");
    const known = new Set(map.points.map(({ i, j }) => j * finePoints + i));
    // By hand again: the one with fewer engineers; at as many the first of the list.
    const wrong: string[] = [];
    for (let j = 0; j < finePoints; j++) {
      for (let i = 0; i < finePoints; i++) {
        const [own, cloud] = [valueAt(x, i / (finePoints - 1)), valueAt(y, j / (finePoints - 1))];
        if (Math.abs(own - cloud) < 1e-9) continue;
        if (map.leaders[j * finePoints + i] !== (own < cloud ? 0 : 1)) wrong.push(`${own} and ${cloud}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(known.size).toBeLessThan(finePoints * finePoints * 0.2);
  });

  it("says where the figures have no result", () => {
    // There are no fewer pieces in all than those that data is cut into.
    const map = mapOf(["storageDataPieces", "storageTotalPieces"]);
    const at = (i: number, j: number) => map.leaders[j * finePoints + i];
    expect(at(finePoints - 1, 0)).toBe(noResult);
    expect(at(0, finePoints - 1)).not.toBe(noResult);
  });

  it("is none of one input alone", () => {
    expect(finish(frontierMap(requestOf(), ["users", "users"]))).toBeNull();
  });
});

describe("chances over two inputs", { timeout: 120_000 }, () => {
  it("are those of trials in which both are certain", () => {
    const keys = ["cloudEngineeringFTE", "serverPrice"] as const;
    const request = requestOf({ horizonMonths: 12 });
    const [x, y] = domainsOf(request, keys) ?? [];
    if (!x || !y) throw new Error("no domains");
    let shares: Float64Array = new Float64Array();
    const take = (chances: Chances) => {
      shares = chances.shares;
    };
    // The four corners alone.
    finish(chancesOver(request, keys, "cloud", take, [16]));
    for (const k of [0, 1, 2, 3]) {
      const inputs = { ...request.inputs, [keys[0]]: valueAt(x, k % 2), [keys[1]]: valueAt(y, Math.floor(k / 2)) };
      const evidence = { [keys[0]]: "certain", [keys[1]]: "certain" } as const;
      const outcome = finish(uncertainty({ ...request, inputs, evidence }));
      if (!outcome.ok) throw new Error("no trials");
      expect(shares[k], `at ${k}`).toBe(outcome.document.architectures.cloud.cheapest.share);
    }
  });
});

describe("lines through a lattice", () => {
  it("are where a figure has a level", () => {
    // By hand: 0, 1, 2 in each row of three; half way to 1 lies at a quarter of the width, from top to bottom as one line.
    const lines = levelLines([0, 1, 2, 0, 1, 2, 0, 1, 2], 3, 0.5);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.map(({ x }) => x)).toEqual([0.25, 0.25, 0.25]);
    expect(lines[0]?.map(({ y }) => y).sort()).toEqual([0, 0.5, 1]);
  });

  it("meet in the middle where three are neighbours", () => {
    const leaders = [0, 1, 2, 2];
    const found = contours(2, (from, to) => {
      const [a, b] = [leaders[from] as number, leaders[to] as number];
      return a === b ? null : { at: 0.5, between: `${Math.min(a, b)}${Math.max(a, b)}` };
    });
    expect([...found.keys()].sort()).toEqual(["01", "02", "12"]);
    for (const [line] of found.values()) expect(line).toContainEqual({ x: 0.5, y: 0.5 });
  });
});
