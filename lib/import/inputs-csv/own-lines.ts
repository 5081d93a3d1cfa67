import type { ModelDraft } from "@/lib/draft/model";
import { type CustomLineKind, customLineKinds } from "@/lib/model/custom-lines";
import { lineUnit } from "@/lib/value/unit-label";
import { hasLostItsPoint, lostPoint } from "../lost-point";
import type { Reader } from "./reader";

/** The own lines of the file; those of the draft where the file has none. */
export function readLines(reader: Reader, base: ModelDraft): readonly unknown[] {
  const { lineCount, lines } = reader;
  if (lineCount === null && lines.size === 0) return base.customLines;
  const places = [...lines.keys()].sort((a, b) => a - b);
  const isWhole = places.every((place, index) => place === index);
  if (!isWhole || (lineCount !== null && lineCount.count !== places.length)) {
    const said = lineCount === null ? "" : ` The file says that there are ${lineCount.row.cells.value}.`;
    const message = `Own lines must be numbered from customLines.0 on without a gap; ${places.length} are given.${said} Correct the keys, or the number of lines.`;
    reader.add({ key: "customLines", message });
  }
  for (const [place, row] of reader.amounts) {
    const kind = lines.get(place)?.kind as CustomLineKind;
    const label = `Own line ${place + 1}`;
    if (customLineKinds.includes(kind)) reader.checkUnit(row, lineUnit(kind, base.currency), label);
    const amount = lines.get(place)?.amount;
    const present = base.customLines.find((line) => line.label === lines.get(place)?.label)?.amount;
    if (typeof amount === "number" && present !== undefined && hasLostItsPoint(amount, present, 3)) {
      reader.fault(row, "value", `${label} is ${present} now, and the file has ${amount}. ${lostPoint}`);
    }
  }
  return places.map((place) => lines.get(place));
}
