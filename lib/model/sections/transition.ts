import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { Node, Quantity } from "../../formula/node";
import { sumOf } from "../../formula/primitives/arithmetic";
import { type Architecture, architectureNames, architectures } from "../architectures";
import { oneMonth } from "../constants";
import { monthsOfBoth } from "./capital";
import { isToday } from "./delivery";
import { capitalLinesOf, fleets } from "./fleet";

/** Section 9: what runs today, and moving from it. */

/** Own servers and hybrid share a fleet: between the two nothing runs twice and nothing is sold. */
const hasFleet = (architecture: Architecture): architecture is "onPremises" | "hybrid" =>
  architecture === "onPremises" || architecture === "hybrid";

/** The resale value of the existing fleet when it is retired, money. */
const resale = quantity({
  key: "resale",
  label: "Resale of the fleet given up",
  unit: "money",
  source: "model.md section 9",
  // What stands is the same for both; the lines of own servers say what it is worth.
  is: formula`${input.resaleShare} * (${sumOf(capitalLinesOf(fleets.onPremises).map((line) => nodeOf(line.standingBookValue)))})`,
});

/** Moving to an architecture: money a month, alike in all three views. */
export function transition(to: Architecture, runningCost: Readonly<Record<Architecture, Quantity>>): Quantity {
  const others = architectures.filter((from) => from !== to);
  const left = others.filter((from) => !(hasFleet(from) && hasFleet(to)));
  const migrates = others.map((from): Node => isToday(from)).reduce((a, b) => formula`${a} or ${b}`);
  const runsTwice = left.map(
    (from): Node =>
      formula`when(${isToday(from)} and month() <= ${monthsOfBoth} and month() >= ${oneMonth}, ${runningCost[from]}, 0)`,
  );
  const sells = left.filter(hasFleet).map((from): Node => isToday(from));
  const credit: Node =
    sells.length === 0
      ? { kind: "number", value: 0 }
      : formula`when(${sells.reduce((a, b) => formula`${a} or ${b}`)}, once(${monthsOfBoth}, ${resale}), 0)`;
  return quantity({
    key: `${to}.transition`,
    label: `Moving to ${architectureNames[to].toLowerCase()}`,
    unit: "money/month",
    during: "all",
    source: "model.md section 9",
    is: formula`when(${migrates}, once(0, ${input[`${to}Migration`]}), 0) + ${sumOf(runsTwice)} - ${credit}`,
  });
}
