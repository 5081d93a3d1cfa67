import type { ModelDraft } from "@/lib/draft/model";
import { type CustomLineKind, customLineKinds } from "@/lib/model/custom-lines";
import { lineUnit } from "@/lib/value/unit-label";
import { lostPresent } from "../lost-point";
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
  }
  for (const [place, line] of lines) {
    const present = base.customLines.find(({ label }) => label === line.label);
    for (const field of ["amount", "low", "high", "escalation"] as const) {
      const what = field === "amount" ? "" : `, ${field}`;
      const lost = lostPresent(`Own line ${place + 1}${what}`, line[field], present?.[field]);
      const at = reader.places.get(`customLines.${place}.${field}`);
      if (lost !== undefined && at) reader.fault(at, "value", lost);
    }
  }
  return places.map((place) => lines.get(place));
}
