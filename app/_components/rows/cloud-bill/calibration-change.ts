import type { ModelChange } from "@/app/_components/document/model-kind";
import { billSource } from "@/lib/analysis/calibration/month-bill";
import type { Calibration } from "@/lib/analysis/calibration/question";
import { notePlace } from "@/lib/draft/place";
import type { Inputs } from "@/lib/model/inputs";
import type { Evidence } from "@/lib/model/spread/own-range";
import { formatMonth } from "@/lib/value/calendar";

/** What is known of an input after a bill: measured where it alone makes up a part that the bill closes, else estimated. */
function evidenceOf({ parts }: Calibration, key: string): Evidence {
  const isAlone = parts.some(({ movable, rest }) => rest === "closed" && movable.length === 1 && movable[0] === key);
  return isAlone ? "measured" : "estimated";
}

/** All changes of a calibration at one stroke, each with the bill as its source. */
export function calibrationChange(calibration: Calibration, month: string): ModelChange {
  const { changes } = calibration;
  const source = billSource(month);
  return {
    kind: "rows",
    label: source,
    note: `Calibrated to the cloud bill of ${formatMonth(month)}`,
    values: Object.fromEntries(changes.map(({ key, after }) => [key, after])) as Partial<Inputs>,
    rows: changes.flatMap(({ key }) => [
      { place: notePlace(key, "source"), value: source },
      { place: notePlace(key, "evidence"), value: evidenceOf(calibration, key) },
    ]),
  };
}
