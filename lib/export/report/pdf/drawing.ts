import type { ChartDescription } from "../../charts/description";
import { chartDrawing } from "../../charts/svg/chart-svg";
import type { Mark } from "../../charts/svg/element";
import type { Block } from "../blocks";
import { colours, type Sheet } from "./sheet";

/** Px from the upper end of a drawing to its figures: tighter than on a screen. */
const plotTop = 78;
/** Px that a drawing is wide on paper: its text comes out at some 9 points. */
const drawingWidth = 660;
const textSize = 12;
/** Px that it leaves free on either side, where paper has margins of its own. */
const aside = 24;

type Inherited = Readonly<Record<string, string | number | undefined>>;

/** Px that two charts beside each other are wide, each with free sides of its own. */
const halves = [drawingWidth - 236, 236 + aside] as const;

/** A chart in the size of paper, px. */
export function paperDrawing(chart: ChartDescription, plotHeight = 260, width = drawingWidth): Mark {
  return chartDrawing(chart, "", { width, plotHeight, plotTop });
}

/** A chart as a figure, with what is to be seen as its alternative text; or two of them beside each other. */
export function writeChart(sheet: Sheet, { chart, beside, plotHeight }: Extract<Block, { kind: "chart" }>): void {
  const sized = (of: ChartDescription, width: number) => ({
    summary: of.summary,
    width,
    drawing: paperDrawing(of, plotHeight, width),
  });
  const all = beside === undefined ? [sized(chart, drawingWidth)] : [sized(chart, halves[0]), sized(beside, halves[1])];
  const scale = sheet.width / (drawingWidth - 2 * aside);
  const height = (Math.max(...all.map(({ drawing }) => Number(drawing.attributes.height))) - aside) * scale;
  sheet.y += 4;
  sheet.keep(height);
  const { y } = sheet;
  let { left } = sheet;
  for (const { drawing, summary, width } of all) {
    const wide = (width - 2 * aside) * scale;
    const bbox: [number, number, number, number] = [left, y, left + wide, y + height];
    sheet.tagged("Figure", () => draw(sheet, drawing, { left, y, scale }), { alt: summary, bbox } as object);
    left += wide + aside * scale;
  }
  sheet.y = y + height + 4;
}

function draw(sheet: Sheet, drawing: Mark, { left, y, scale }: Record<"left" | "y" | "scale", number>): void {
  const { doc } = sheet;
  doc
    .save()
    .translate(left - aside * scale, y - aside * scale)
    .scale(scale);
  // The first three explain the drawing and paint its paper.
  for (const mark of drawing.content.slice(3)) drawMark(sheet, mark as Mark, drawing.attributes);
  doc.restore();
}

function drawMark(sheet: Sheet, { name, attributes, content }: Mark, from: Inherited): void {
  const { doc } = sheet;
  const of = { ...from, ...attributes };
  const number = (key: string) => Number(attributes[key] ?? 0);
  doc.save();
  const [, dx = "0", dy = "0"] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(String(attributes.transform ?? "")) ?? [];
  if (attributes.transform !== undefined) doc.translate(Number(dx), Number(dy));
  if (name === "g") for (const mark of content) drawMark(sheet, mark as Mark, { ...from, ...painted(attributes) });
  else if (name === "text") drawText(sheet, String(content[0] ?? ""), of);
  else {
    if (name === "rect") doc.rect(number("x"), number("y"), number("width"), number("height"));
    if (name === "line") doc.moveTo(number("x1"), number("y1")).lineTo(number("x2"), number("y2"));
    if (name === "circle") doc.circle(number("cx"), number("cy"), number("r"));
    if (name === "path") doc.path(String(attributes.d));
    paint(sheet, { ...of, fill: name === "line" ? "none" : of.fill });
  }
  doc.restore();
}

/** What a group hands down to its marks. */
function painted({ stroke, "stroke-width": thickness }: Inherited): Inherited {
  return { ...(stroke !== undefined && { stroke }), ...(thickness !== undefined && { "stroke-width": thickness }) };
}

function paint({ doc }: Sheet, of: Inherited): void {
  const fill = of.fill === "none" ? undefined : String(of.fill ?? colours.ink);
  const stroke = of.stroke === undefined || of.stroke === "none" ? undefined : String(of.stroke);
  doc.lineWidth(Number(of["stroke-width"] ?? 1));
  const dash = String(of["stroke-dasharray"] ?? "");
  if (dash !== "") doc.dash(dash.split(" ").map(Number) as never, {});
  if (of["fill-opacity"] !== undefined) doc.fillOpacity(Number(of["fill-opacity"]));
  if (fill !== undefined && stroke !== undefined) doc.fillAndStroke(fill, stroke);
  else if (fill !== undefined) doc.fill(fill);
  else if (stroke !== undefined) doc.stroke(stroke);
}

function drawText(sheet: Sheet, text: string, of: Inherited): void {
  const words = sheet.readable(text);
  const isBold = Number(of["font-weight"] ?? 400) >= 600;
  sheet.font(isBold ? "bold" : "regular", Number(of["font-size"] ?? textSize), String(of.fill ?? colours.ink));
  const wide = sheet.doc.widthOfString(words);
  const share = of["text-anchor"] === "end" ? 1 : of["text-anchor"] === "middle" ? 0.5 : 0;
  const x = Number(of.x ?? 0) - wide * share;
  sheet.doc.text(words, x, Number(of.y ?? 0), { lineBreak: false, baseline: "alphabetic" });
}
