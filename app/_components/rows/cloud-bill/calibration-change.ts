import type { ModelChange } from "@/app/_components/document/model-kind";
import { evidenceAfter } from "@/lib/analysis/calibration/evidence-after";
import { billSource } from "@/lib/analysis/calibration/month-bill";
import type { Calibration } from "@/lib/analysis/calibration/question";
import { notePlace } from "@/lib/draft/place";
import type { Inputs } from "@/lib/model/inputs";
import { formatMonth } from "@/lib/value/calendar";

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
      { place: notePlace(key, "evidence"), value: evidenceAfter(calibration, key) },
    ]),
  };
}
