import { describe, expect, it } from "vitest";
import { z90 } from "@/lib/model/spread/quantile-function";
import { everyRow } from "@/test/every-row";
import { uncertaintyRequest } from "@/test/figures/uncertainty-request";
import { planOf } from "./plan";

const [line] = everyRow.equipmentLines;
const [people] = everyRow.staffLines;
if (!line || !people) throw new Error("there are rows of every kind");

describe("the figures of a line that may have a low and a high", () => {
  const rows = {
    ...everyRow,
    equipmentLines: [
      line,
      { ...line, id: "rack", price: 100, ranges: { price: { low: 50, high: 400 } } },
      { ...line, pieces: 2, ranges: { pieces: { low: 0, high: 3 } } },
    ],
    staffLines: [
      { ...people, pay: 90_000, ranges: { pay: { low: 90_000, high: 90_000 } } },
      { ...people, id: "night", fte: 2, ranges: { fte: { low: 1, high: 2 } } },
    ],
  };
  const drawn = planOf(uncertaintyRequest({ rows })).drawn.filter(({ key }) => key.startsWith("line:"));
  const at = (key: string, z: number) =>
    drawn.find((figure) => figure.key === key)?.at(Float64Array.of(Number.NaN), Float64Array.of(z))[0];

  it("are drawn by the id of the line, or its place from 1, and the field; what has no width is certain", () => {
    expect(drawn.map(({ key, term }) => [key, term])).toEqual([
      ["line:rack/price", "equipmentLines.1.price"],
      ["line:3/pieces", "equipmentLines.2.pieces"],
      ["line:night/fte", "staffLines.1.fte"],
    ]);
  });

  it("have low and high as their 10th and 90th percentile, the value as their median, on a scale of factors", () => {
    expect([-z90, 0, z90].map((z) => at("line:rack/price", z))).toEqual([
      expect.closeTo(50, 9),
      expect.closeTo(100, 9),
      expect.closeTo(400, 9),
    ]);
    // Half as far: the root of the factor, 100 * sqrt(4) and 100 / sqrt(2).
    expect(at("line:rack/price", z90 / 2)).toBeCloseTo(200, 9);
    expect(at("line:rack/price", -z90 / 2)).toBeCloseTo(70.71067811865476, 9);
    expect(at("line:night/fte", 2)).toBe(2);
  });

  it("never fall below 0", () => {
    expect(at("line:3/pieces", -z90)).toBeCloseTo(0, 9);
    expect(at("line:3/pieces", -2 * z90)).toBe(0);
  });
});
