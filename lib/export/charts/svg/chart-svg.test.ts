import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { csvLines } from "@/lib/export/csv";
import { architectures } from "@/lib/model/architectures";
import { csvTexts } from "@/test/csv-texts";
import { architectureStyles } from "../architecture-style";
import { chartRows } from "../chart-rows";
import type { ChartDescription, LineChart, StackChart, WaterfallChart } from "../description";
import { chartSvg } from "./chart-svg";
import { xmlText } from "./element";

const caption = { title: "Cost <of> all & more", unit: "USD", summary: "Cloud ends highest.", currency: "USD" };

const lines: LineChart = {
  kind: "lines",
  ...caption,
  across: { kind: "months" },
  lines: [
    { architecture: "onPremises", name: "Own servers", points: [0, 1, 2].map((x) => ({ x, y: 100 })) },
    { architecture: "cloud", name: "Cloud", points: [0, 1, 2].map((x) => ({ x, y: 50 * x })) },
  ],
  marks: [{ x: 2, y: 100, label: "Month 2" }],
};

const stacks: StackChart = {
  kind: "stacks",
  ...caption,
  periods: [
    { name: "Set-up", notes: [] },
    { name: "Year 1", notes: ["FY 2027/28"] },
  ],
  categories: ["Staff", "Residual value"],
  stacks: [
    {
      architecture: "cloud",
      name: "Cloud",
      amounts: [
        [60, 20],
        [0, -20],
      ],
    },
  ],
};

const waterfall: WaterfallChart = {
  kind: "waterfall",
  ...caption,
  architecture: "hybrid",
  bars: [
    { label: "Base", from: 0, to: 100, kind: "level" },
    { label: "Users", from: 100, to: 60, kind: "change" },
    { label: "Growth", from: 0, to: 60, kind: "level" },
  ],
};

/** What stands in an attribute of every element of a name. */
const attributes = (svg: string, name: string, attribute: string) =>
  [...svg.matchAll(new RegExp(`<${name}\\b[^>]*? ${attribute}="([^"]*)"`, "g"))].map(([, value]) => value);
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

describe("a chart as an SVG", () => {
  it("draws what is excluded faintly, and says so in words that are not faint", () => {
    const { lines: all } = lines;
    const svg = chartSvg({ ...lines, lines: all.map((line, place) => ({ ...line, isExcluded: place === 1 })) });
    // 45 % of #a35a00 and 55 % of white: 163, 90 and 0 become 213.6, 180.75 and 140.25.
    expect(attributes(svg, "path", "stroke")).toContain("#d6b58c");
    expect(attributes(svg, "path", "stroke")).not.toContain("#a35a00");
    expect(svg).toMatch(/<text[^>]*fill="#4e545b"[^>]*>Cloud, excluded</);
    expect(texts(svg)).toContain("Own servers");
  });

  it("names and explains itself, with every text as text", () => {
    const svg = chartSvg(lines, "Portal · Peerbalance");
    expect(svg).toContain("<title>Cost &lt;of&gt; all &amp; more</title>");
    expect(svg).toContain("<desc>Cloud ends highest.</desc>");
    expect(texts(svg)).toEqual(
      expect.arrayContaining(["USD", "Own servers", "Cloud", "Month", "Set-up", "Month 2", "Portal · Peerbalance"]),
    );
  });

  it("draws lines at heights that are in proportion to the money", () => {
    const svg = chartSvg(lines);
    // The scale goes from 0 to 100: 340 px from y = 432 up to y = 92, by hand. Of months 0 to 2, month 1 lies midway.
    const [own, cloud] = attributes(svg, "path", "d").filter((path) => path?.startsWith("M80,"));
    expect(own).toMatch(/^M80,92L[\d.]+,92L[\d.]+,92$/);
    expect(cloud).toMatch(/^M80,432L[\d.]+,262L[\d.]+,92$/);
    // Own servers' line is solid, the cloud's is dashed.
    expect(attributes(svg, "path", "stroke-dasharray")).toEqual(["6 3"]);
  });

  it("stacks costs upwards and credits downwards from zero", () => {
    const svg = chartSvg(stacks);
    // -20 to 60 on 328 px from y = 432 up to y = 104: 4.1 px for each dollar, zero at 432 - 82 = 350.
    const rows = [...svg.matchAll(/<rect x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/g)];
    expect(rows.slice(0, 3).map(([, y, height]) => [Number(y), Number(height)])).toEqual([
      [104, 246],
      [268, 82],
      [350, 82],
    ]);
    expect(texts(svg)).toEqual(expect.arrayContaining(["Set-up", "Year 1", "FY 2027/28", "Staff", "Residual value"]));
  });

  it("hangs a change between two levels", () => {
    const svg = chartSvg(waterfall);
    // The longest label, "Growth", takes 6 * 7 + 12 = 54 px: from x = 78 to 936 are 858 px for 100.
    const rects = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)];
    expect(rects.map(([, x, width]) => [Number(x), Number(width)])).toEqual([
      [78, 858],
      [592.8, 343.2],
      [78, 514.8],
    ]);
  });

  it("leaves out what a logarithmic scale has no place for, and keeps the rest", () => {
    const svg = chartSvg({
      ...lines,
      across: { kind: "demand", from: 0.01, to: 100 },
      lines: [
        {
          architecture: "cloud",
          name: "Cloud",
          points: [
            { x: 0.01, y: 0 },
            { x: 1, y: 10 },
            { x: 100, y: 1 },
          ],
        },
      ],
      marks: [],
    });
    // From the middle of the scale at the top to its right end at the bottom.
    expect(attributes(svg, "path", "d")[0]).toMatch(/^M[\d.]+,92L[\d.]+,432$/);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it("draws figures of every size, and none at all", () => {
    const sizes: ChartDescription[] = [0, -5, 1e-9, 1e15].flatMap((amount) => [
      { ...lines, lines: [{ architecture: "cloud", name: "Cloud", points: [{ x: 0, y: amount }] }] },
      { ...stacks, stacks: [{ architecture: "cloud", name: "Cloud", amounts: [[amount, amount]] }] },
      { ...waterfall, bars: [{ label: "Base", from: 0, to: amount, kind: "level" }] },
    ]);
    for (const chart of [...sizes, { ...lines, lines: [] }, { ...stacks, stacks: [], periods: [] }]) {
      expect(chartSvg(chart)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it("has the colours of the page's light palette", () => {
    const css = readFileSync("app/_components/ui/theme/palette.css", "utf8");
    for (const name of architectures) {
      const { colour, paperColour } = architectureStyles[name];
      expect(new RegExp(`^\\s*${colour}: (#\\w+);`, "m").exec(css)?.[1]).toBe(paperColour);
    }
  });

  it("takes no sign that ends the document or is none of XML's", () => {
    expect(xmlText('</svg>"\u0000\u001b&\ud800!')).toBe("&lt;/svg&gt;&quot;&amp;!");
  });
});

describe("a chart as rows of a file", () => {
  it("has the figures of the drawing", () => {
    expect(csvTexts(chartRows(lines))).toEqual([
      ["month", "Own servers (USD)", "Cloud (USD)"],
      ["0", "100.00", "0.00"],
      ["1", "100.00", "50.00"],
      ["2", "100.00", "100.00"],
    ]);
    expect(csvTexts(chartRows(stacks))).toEqual([
      ["architecture", "category", "Set-up (USD)", "Year 1, FY 2027/28 (USD)"],
      ["Cloud", "Staff", "60.00", "20.00"],
      ["Cloud", "Residual value", "0.00", "-20.00"],
    ]);
    expect(csvTexts(chartRows(waterfall))).toEqual([
      ["step", "amount (USD)"],
      ["Base", "100.00"],
      ["Users", "-40.00"],
      ["Growth", "60.00"],
    ]);
  });

  it("has the marks of the file in every figure, and in nothing else", () => {
    for (const chart of [lines, stacks, waterfall]) {
      const cells = csvLines(chartRows(chart), { separator: "semicolon", decimal: "comma" }).split(/[;\r\n]+/);
      const plain = csvTexts(chartRows(chart)).flat();
      expect(cells.filter((cell) => /^-?\d+,\d\d$/.test(cell))).toEqual(
        plain.filter((text) => /^-?\d+\.\d\d$/.test(text)).map((text) => text.replace(".", ",")),
      );
      expect(cells.some((cell) => /\d\.\d/.test(cell))).toBe(false);
    }
  });
});
