import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { Node, Quantity } from "../../formula/node";
import { sumOf } from "../../formula/primitives/arithmetic";
import { type Architecture, architectureNames, architectures } from "../architectures";
import { nothing, oneMonth } from "../constants";
import type { DeclaredRows } from "../rows/row-terms";
import { monthsOfBoth } from "./capital";
import { runsToday, sharesFleet } from "./counted-by";
import { isToday } from "./delivery";
import { standingEquipment } from "./equipment";
import { capitalLinesOf, type Fleet } from "./fleet";

/** Section 9: what runs today, and moving from it. */

/** What a move sells: the fleet of own servers, and equipment that stands. */
export interface Resale {
  /** Money, when what is given up is retired. */
  readonly value: Quantity;
  /** The architectures that leave something to sell. */
  readonly from: readonly Architecture[];
}

/** @param fleet of own servers: what stands is the same for both, and its lines say what it is worth */
export function resaleOf(rows: DeclaredRows, fleet: Fleet): Resale {
  const equipment = standingEquipment(rows);
  const named = equipment.flatMap(({ architectures }) => architectures);
  const values = [
    ...capitalLinesOf(fleet).map(({ standingBookValue }) => standingBookValue),
    ...equipment.map(({ bookValue }) => bookValue),
  ];
  return {
    value: quantity({
      key: "resale",
      label: "Resale of the fleet given up",
      unit: "money",
      source: "model.md section 9",
      is: formula`${input.resaleShare} * (${sumOf(values.map(nodeOf))})`,
    }),
    from: architectures.filter((a) => sharesFleet(a) || named.includes(a)),
  };
}

/** Moving to an architecture: money a month, alike in all three views. */
export function transition(
  to: Architecture,
  runningCost: Readonly<Record<Architecture, Quantity>>,
  resale: Resale,
): Quantity {
  const others = architectures.filter((from) => from !== to);
  const left = others.filter((from) => !(sharesFleet(from) && sharesFleet(to)));
  const runsTwice = left.map(
    (from): Node =>
      formula`when(${isToday(from)} and month() <= ${monthsOfBoth} and month() >= ${oneMonth}, ${runningCost[from]}, 0)`,
  );
  const sells = left.filter((from) => resale.from.includes(from));
  const credit: Node =
    sells.length === 0 ? nothing : formula`when(${runsToday(sells)}, once(${monthsOfBoth}, ${resale.value}), 0)`;
  return quantity({
    key: `${to}.transition`,
    label: `Moving to ${architectureNames[to].toLowerCase()}`,
    unit: "money/month",
    during: "all",
    source: "model.md section 9",
    is: formula`when(${runsToday(others)}, once(0, ${input[`${to}Migration`]}), 0) + ${sumOf(runsTwice)} - ${credit}`,
  });
}
