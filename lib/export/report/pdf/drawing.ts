import { chartDrawing } from "../../charts/svg/chart-svg";
import type { Mark } from "../../charts/svg/element";
import type { Block } from "../blocks";
import { colours, type Sheet } from "./sheet";

/** Px that a drawing is wide on paper: its text comes out at some 9 points. */
const drawingWidth = 660;
const textSize = 12;
/** Px that it leaves free on either side, where paper has margins of its own. */
const aside = 24;

type Inherited = Readonly<Record<string, string | number | undefined>>;

/** A chart as a figure, with what is to be seen as its alternative text. */
export function writeChart(sheet: Sheet, { chart, plotHeight = 260 }: Extract<Block, { kind: "chart" }>): void {
  const drawing = chartDrawing(chart, "", { width: drawingWidth, plotHeight });
  const scale = sheet.width / (drawingWidth - 2 * aside);
  const height = (Number(drawing.attributes.height) - aside) * scale;
  sheet.y += 4;
  sheet.keep(height);
  const { y } = sheet;
  const draw = () => {
    const { doc } = sheet;
    doc
      .save()
      .translate(sheet.left - aside * scale, y - aside * scale)
      .scale(scale);
    // The first three explain the drawing and paint its paper.
    for (const mark of drawing.content.slice(3)) drawMark(sheet, mark as Mark, drawing.attributes);
    doc.restore();
  };
  const bbox: [number, number, number, number] = [sheet.left, y, sheet.left + sheet.width, y + height];
  sheet.tagged("Figure", draw, { alt: chart.summary, bbox } as object);
  sheet.y = y + height + 4;
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
