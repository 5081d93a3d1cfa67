import type { BarChart, LineChart } from "../charts/description";
import type { Block } from "./blocks";
import { type ReportFonts, Sheet } from "./pdf/sheet";
import { writeBlocks } from "./pdf/write-blocks";

const caption = { title: "Cost", unit: "USD, cash", summary: "Cost", currency: "USD" };
const drawn = { architecture: "cloud", name: "Cloud" } as const;
const figures = Array.from({ length: 40 }, (_, place) => (place + 1) * 98_765.43);

const lines: LineChart = {
  ...{ kind: "lines", ...caption, across: { kind: "months" }, marks: [] },
  lines: [{ ...drawn, points: figures.map((y, x) => ({ x, y })) }],
  bands: [{ ...drawn, points: figures.map((y, x) => ({ x, low: y / 2, high: y })) }],
};
const bars: BarChart = {
  ...{ kind: "bars", ...caption, categories: ["Staff", "Hardware"] },
  bars: [{ ...drawn, amounts: [1, 2], total: "3" }],
};

const blocks: readonly Block[] = [
  { kind: "heading", text: "Costs by year" },
  { kind: "list", items: ["What it rests on: nothing, for nobody reads it."] },
  {
    ...{ kind: "table", summary: "Cash by category", corner: "USD" },
    columns: figures.slice(0, 7).map((_, place) => ({ title: `Year ${place}` })),
    rows: figures.map((of) => ({
      head: "Software and compliance",
      cells: figures.slice(0, 7).map((figure) => (figure + of).toFixed(2)),
    })),
  },
  { kind: "chart", chart: lines },
  { kind: "chart", chart: bars },
];

/** Writes some blocks of every kind for nobody, so that the first report that is read finds its program ready; between them it can be left. */
export function* warmUp(fonts: ReportFonts): Generator<void> {
  const sheet = new Sheet({ title: "", date: new Date(0), paper: "a4" }, fonts);
  sheet.beginPart("");
  for (const block of blocks) {
    writeBlocks(sheet, [block]);
    yield;
  }
  sheet.endPart();
  void sheet.finish(["", ""]);
}
