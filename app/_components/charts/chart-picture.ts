import { Chart } from "./chart";
import { withDots } from "./paper-size";

/** Title, legend and source of a chart outside its page. */
export interface PictureText {
  title: string;
  /** The unit of the figures. */
  unit: string;
  /** The source of the figures. */
  source: string;
  /** Names of colours that the canvas itself does not name. */
  legend: readonly { label: string; colours: readonly string[] }[];
}

const margin = 24;
const lineHeight = 20;

/** The width of a picture, px: across a printed page, 300 dots for each of its eight inches. */
const printedWidth = 2_400;

/** A chart as a PNG with title, unit, legend and source, on the page's background, sharp enough for print. */
export function chartPicture(canvas: HTMLCanvasElement, text: PictureText, paper: string, ink: string): Promise<Blob> {
  const width = canvas.clientWidth + 2 * margin;
  const ratio = Math.max(canvas.width / canvas.clientWidth, printedWidth / width);
  const legendRows = rowsOf(text.legend, width - 2 * margin);
  const above = margin + 2 * lineHeight + 8;
  const below = legendRows.length * lineHeight + lineHeight + margin;
  const picture = document.createElement("canvas");
  picture.width = Math.ceil(width * ratio);
  picture.height = Math.ceil((above + canvas.clientHeight + below) * ratio);
  const context = picture.getContext("2d");
  if (context === null) return Promise.reject(new Error("This browser draws no pictures."));
  context.scale(ratio, ratio);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, picture.height / ratio);
  context.textBaseline = "top";
  const write = (words: string, x: number, y: number, weight = 400, size = 12) => {
    context.fillStyle = ink;
    context.font = `${weight} ${size}px 'Inter Variable', system-ui, sans-serif`;
    context.fillText(words, x, y);
  };
  write(text.title, margin, margin, 600, 16);
  write(text.unit, margin, margin + lineHeight + 4);
  const copy = () => context.drawImage(canvas, margin, above, canvas.clientWidth, canvas.clientHeight);
  const chart = Chart.getChart(canvas);
  if (chart === undefined) copy();
  else withDots(chart, ratio, copy);
  let y = above + canvas.clientHeight + 8;
  for (const row of legendRows) {
    for (const { label, colours, x } of row) {
      for (const [place, colour] of colours.entries()) {
        context.fillStyle = colour;
        context.fillRect(margin + x + place * 8, y + 2, 8, 10);
      }
      write(label, margin + x + colours.length * 8 + 6, y);
    }
    y += lineHeight;
  }
  write(text.source, margin, y);
  return new Promise((resolve, reject) => {
    picture.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("This picture could not be made."))),
      "image/png",
    );
  });
}

type Placed = PictureText["legend"][number] & { x: number };

/** The entries of the legend in rows no wider than the picture. */
function rowsOf(legend: PictureText["legend"], width: number): Placed[][] {
  const rows: Placed[][] = [];
  let x = 0;
  for (const entry of legend) {
    const wide = entry.colours.length * 8 + 6 + entry.label.length * 7 + 20;
    if (rows.length === 0 || x + wide > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ ...entry, x });
    x += wide;
  }
  return rows;
}
