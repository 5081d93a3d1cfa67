import { describe, expect, it } from "vitest";
import { type FrontierMap, frontierMap } from "@/lib/analysis/frontier/map";
import { finish } from "@/lib/analysis/steps";
import { csvLines } from "@/lib/export/csv";
import { declaredAt } from "@/lib/model/currency";
import { defaultInputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { csvTexts } from "@/test/csv-texts";
import { chartRows } from "./chart-rows";
import { mapChart } from "./map-chart";
import { chartSvg } from "./svg/chart-svg";
import { mapDrawing, paperMapColours } from "./svg/map";
import { letterWidth } from "./svg/style";

/** Own servers and the cloud differ in engineers alone: 3 and 2 of them (frontier.test.ts). */
const inputs = {
  ...defaultInputs,
  ...{ horizonMonths: 12, discountRate: 0, storedTB: 0, egressTB: 0, coreHours: 0, users: 0 },
  ...{ wageInflation: 0, generalInflation: 0, hybridPermitted: 0, peerToPeerPermitted: 0 },
  ...{ onPremisesEngineeringFTE: 3, cloudEngineeringFTE: 2 },
};
const map = finish(
  frontierMap({ ...{ inputs, rows: noRows, declared: declaredAt(1), ranges: {}, evidence: {} } }, [
    "onPremisesEngineeringFTE",
    "cloudEngineeringFTE",
  ]),
) as FrontierMap;

describe("the chart of a map", () => {
  const chart = mapChart(map, null, "USD");

  it("covers the whole map with areas that do not overlap", () => {
    const boxes = chart.areas.flatMap((area) => area.boxes);
    expect(boxes.reduce((sum, { width, height }) => sum + width * height, 0)).toBeCloseTo(1, 12);
    expect(chart.areas.map(({ name }) => name).sort()).toEqual(["Cloud", "Own servers"]);
    expect(chart.borders.map(({ label }) => label)).toEqual(["Own servers | Cloud"]);
  });

  it("says in words who ranks first now", () => {
    expect(chart.summary).toContain("The cloud ranks first at the present values");
  });

  it("has a row for each point that was worked out", () => {
    const [head = [], ...rows] = csvTexts(chartRows(chart));
    expect(head.slice(0, 3)).toEqual(["onPremisesEngineeringFTE (FTE)", "cloudEngineeringFTE (FTE)", "first"]);
    expect(rows).toHaveLength(map.points.length);
    for (const [own, cloud, first] of rows) {
      if (Math.abs(Number(own) - Number(cloud)) < 1e-9) continue;
      expect(first).toBe(Number(own) < Number(cloud) ? "Own servers" : "Cloud");
    }
  });

  it("has the marks of the file in its figures", () => {
    const file = csvLines(chartRows(chart), { separator: "semicolon", decimal: "comma" });
    expect(file).toMatch(/;\d+,\d\d;/);
    expect(file).not.toMatch(/\d\.\d/);
  });

  it("shows how likely one is first, where that is known", () => {
    // By hand: from 0 at the left to 1 at the right, so 80 % lies at four fifths of the width.
    const chances = { n: 3, shares: Float64Array.of(0, 0.5, 1, 0, 0.5, 1, 0, 0.5, 1) };
    const { chances: lines, unit } = mapChart(map, { architecture: "cloud", chances }, "USD");
    expect(lines.map(({ label }) => label)).toEqual(
      ["50 %", "80 %", "90 %"].map((each) => each.replace(" ", "\u00a0")),
    );
    for (const { x } of lines[1]?.lines.flat() ?? []) expect(x).toBeCloseTo(0.8, 12);
    expect(unit).toContain("chance that the cloud ranks first");
  });

  it("keeps names apart and titles within the drawing on a phone", () => {
    const upright = Array.from({ length: 11 }, (_, i) => ({ x: 0.5, y: i / 10 }));
    const half = (x: number) => [{ x, y: 0, width: 0.5, height: 1 }];
    const narrow = {
      ...chart,
      across: { ...chart.across, now: 0.4 },
      up: { ...chart.up, now: 0.2 },
      areas: chart.areas.map((area, place) => ({ ...area, boxes: half(place / 2) })),
      borders: [{ label: "Own servers | Cloud", lines: [upright] }],
    };
    const marks = mapDrawing(narrow, { left: 0, right: 320, top: 0, bottom: 300 }, paperMapColours);
    const texts = marks.filter(({ name }) => name === "text");
    const named = texts.filter(({ content }) =>
      ["Own servers", "Cloud", "now", "Own servers | Cloud"].includes(String(content)),
    );
    expect(named).toHaveLength(4);
    for (const one of named) {
      for (const other of named) {
        const apart = (key: "x" | "y") => Math.abs(Number(one.attributes[key]) - Number(other.attributes[key]));
        const reach = ((String(one.content).length + String(other.content).length) * letterWidth) / 2;
        expect(one === other || apart("y") >= 12 || apart("x") >= reach, `${one.content}, ${other.content}`).toBe(true);
      }
    }
    for (const { content } of texts) expect(String(content).length * letterWidth).toBeLessThanOrEqual(320);
    expect(texts.filter(({ content }) => String(content).endsWith("…"))).toHaveLength(2);
  });

  it("is drawn with its words, in less than 40 kB", () => {
    const svg = chartSvg(chart, "Model");
    expect(svg).toContain("Own servers | Cloud");
    expect(svg).toContain("now</text>");
    expect(svg.length).toBeLessThan(40_000);
  });
});
