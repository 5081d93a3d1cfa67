import { savingsOf } from "@/lib/analysis/against-today/savings";
import { type Architecture, architectureNames, architectures } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { todayOf } from "@/lib/model/today-of";
import type { Cell, Look, SheetRow } from "../xlsx/cell";
import { breakEvenCell } from "./break-even-sheet";
import { heads, muted } from "./looks";

const columns = ["Against today", "", "", "Net present saving", "Cash saving", "Saving a month", "Pays back, month"];
const none = "\u2013";

/** The chosen of four by what runs today; "–" where nothing does. */
function ofToday(choices: readonly string[]): string {
  return architectures.reduceRight<string>(
    (otherwise, name, place) => `IF(currentArchitecture="${name}",${choices[place]},${otherwise})`,
    `"${none}"`,
  );
}

/**
 * What each architecture saves against going on as now, live: they follow the cell that says what runs today.
 *
 * @param first the row of the first architecture in the table above, from 1
 */
export function againstTodayRows(first: number, result: ModelResult, inputs: Inputs): SheetRow[] {
  const today = todayOf(inputs);
  const savings = today === null ? [] : savingsOf(result, today, null);
  const rows = architectures.map((architecture, place): SheetRow => {
    const look: Look = { border: "below", align: "right" };
    const money: Look = { ...look, format: "money" };
    const own = savings.find((each) => each.architecture === architecture);
    const difference = (column: string, value: number | undefined): Cell => {
      const less = architectures.map((_, of) => `${column}${first + of}-${column}${first + place}`);
      return { value: value ?? none, formula: ofToday(less), look: money };
    };
    const monthly = (name: Architecture) => result.architectures[name].levelisedMonthly;
    const backs = architectures.map((name) =>
      name === architecture ? `"${none}"` : breakEvenCell(architecture, name),
    );
    const back = own === undefined || architecture === today ? none : (own.payback ?? "never");
    return {
      cells: [
        { value: architectureNames[architecture], look: { border: "below", bold: true } },
        { value: "", look },
        { value: "", look },
        difference("D", own?.netPresent),
        difference("E", own?.cash),
        difference("F", today === null ? undefined : monthly(today) - monthly(architecture)),
        { value: back, formula: ofToday(backs), look },
      ],
    };
  });
  const words =
    "What runs today (the input currentArchitecture) less the architecture's own, net present, in cash, and level a month; below zero it costs more. – where nothing runs today.";
  return [{ ...heads(columns, 1), height: 28 }, ...rows, { cells: [{ value: words, look: muted }] }];
}
