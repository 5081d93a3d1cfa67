import { formula, nodeOf, quantity } from "../../formula/formula";
import type { Node, Quantity } from "../../formula/node";
import { type Architecture, architectures } from "../architectures";
import { monthsPerYear, nothing, oneMonth } from "../constants";
import type { StaffLine } from "../rows/own-rows";
import type { DeclaredRows } from "../rows/row-terms";
import type { ArchitectureCosts } from "./architecture-costs";
import { basisOf, inMonths, standsFor, unitPer } from "./counted-by";
import { isToday } from "./delivery";
import { wageLevel } from "./demand";

/** Section 22: people in lines, beside the four roles of the model. */

const source = "infrastructure.md section 22";

/** One line in one architecture. */
export interface StaffCost {
  /** Of the line among all. */
  readonly place: number;
  readonly heads: Quantity;
  /** Money a month. */
  readonly cost: Quantity;
}

type Sides = Readonly<Record<Architecture, ArchitectureCosts>>;

/** The people that a line takes in an architecture, in the months of service. */
function headsOf(
  { staffLines, term }: DeclaredRows,
  place: number,
  architecture: Architecture,
  side: ArchitectureCosts,
) {
  const line = staffLines[place] as StaffLine;
  const { per = "fixed" } = line;
  const figure = (field: keyof StaffLine, unit: string) => nodeOf(term("staffLines", place, field, unit));
  const fte = figure("fte", per === "operations" ? "FTE/FTE" : unitPer("FTE", per));
  const basis =
    per === "operations" ? nodeOf(side.operationsFTE) : per === "fixed" ? undefined : basisOf(per, side.counts);
  const heads = per === "fixed" ? fte : basis ? formula`${fte} * ${basis}` : nothing;
  const from = line.fromMonth === undefined ? undefined : figure("fromMonth", "month");
  const to = line.toMonth === undefined ? undefined : figure("toMonth", "month");
  return quantity({
    key: `${architecture}.staffLines.${place}.heads`,
    label: `${line.role}, heads`,
    unit: "FTE",
    source,
    is: inMonths(line.whole ? formula`ceil(${heads})` : heads, from, to),
  });
}

/** The staff lines of each architecture. Who works where it runs today is there, and is not hired. */
export function staffLines(rows: DeclaredRows, sides: Sides): Record<Architecture, readonly StaffCost[]> {
  const { term } = rows;
  const places = [...rows.staffLines.keys()];
  const names = (place: number, architecture: Architecture) =>
    (rows.staffLines[place] as StaffLine).architectures.includes(architecture);
  const heads = new Map<string, Quantity>();
  for (const place of places)
    for (const a of architectures) if (names(place, a)) heads.set(`${a} ${place}`, headsOf(rows, place, a, sides[a]));

  const costOf = (place: number, architecture: Architecture, there: Quantity): StaffCost => {
    const line = rows.staffLines[place] as StaffLine;
    const figure = (field: keyof StaffLine, unit: string) => term("staffLines", place, field, unit);
    const declare = (suffix: string, label: string, unit: string, is: Node) =>
      quantity({
        key: `${architecture}.staffLines.${place}${suffix}`,
        label: `${line.role}${label}`,
        unit,
        is,
        source,
      });
    const paid = formula`${there} * ${figure("pay", "money/FTE/year")} / ${monthsPerYear}`;
    const parts: Node[] = [paid];
    if (line.hiringCost !== undefined) {
      const today = standsFor(architecture).filter((a) => heads.has(`${a} ${place}`));
      const before = today.reduceRight<Node>(
        (otherwise, a) => formula`when(${isToday(a)}, first(${heads.get(`${a} ${place}`) as Quantity}), ${otherwise})`,
        nothing,
      );
      const hired = declare(
        ".hired",
        ", hired",
        "FTE/month",
        formula`max(0, ${there} - when(month() <= ${oneMonth}, ${before}, previous(${there}))) / ${oneMonth}`,
      );
      const replaced =
        line.leavesPerYear === undefined
          ? nodeOf(hired)
          : formula`${hired} + ${there} * ${figure("leavesPerYear", "1/year")} / ${monthsPerYear}`;
      parts.push(formula`${figure("hiringCost", "money/FTE")} * (${replaced})`);
    }
    const cost = parts.reduce((a, b) => formula`${a} + ${b}`);
    return { place, heads: there, cost: declare("", "", "money/month", formula`${wageLevel} * (${cost})`) };
  };
  const inArchitecture = (architecture: Architecture): StaffCost[] =>
    places.flatMap((place) => {
      const there = heads.get(`${architecture} ${place}`);
      return there ? [costOf(place, architecture, there)] : [];
    });
  return Object.fromEntries(architectures.map((a) => [a, inArchitecture(a)])) as Record<Architecture, StaffCost[]>;
}
