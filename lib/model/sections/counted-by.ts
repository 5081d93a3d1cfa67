import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf } from "../../formula/formula";
import type { Node } from "../../formula/node";
import { type Architecture, architectures } from "../architectures";
import { aThousandUsers } from "../constants";
import type { PerBasis } from "../rows/choices";
import { isToday } from "./delivery";
import { egressTB, storedTB, users } from "./demand";

/** Sections 21 and 22: what equipment and people are counted by, and where what stands or works today counts. */

/** How many there are of what equipment, people and own lines are counted by; nothing where an architecture has none of it. */
export interface Counts {
  readonly servers?: Node;
  readonly storageServers?: Node;
  /** Servers, storage servers, and those that introduce participants to one another. */
  readonly machines?: Node;
  readonly peers?: Node;
  readonly sites?: Node;
}

/** What one more of `what` ("piece", "FTE") is needed for, as a unit. */
export const unitPer = (what: string, per: PerBasis): string => (per === "fixed" ? what : `${what}/${units[per]}`);

const units: Record<Exclude<PerBasis, "fixed">, string> = {
  server: "server",
  storageServer: "server",
  machine: "server",
  thousandUsers: "thousand",
  storedTB: "TB",
  egressTB: "(TB/month)",
  peer: "peer",
  site: "site",
};

/** The basis in an architecture, by month; nothing where it has none of it. */
export function basisOf(per: Exclude<PerBasis, "fixed">, counts: Counts): Node | undefined {
  switch (per) {
    case "server":
      return counts.servers;
    case "storageServer":
      return counts.storageServers;
    case "machine":
      return counts.machines;
    case "thousandUsers":
      return formula`${users} / ${aThousandUsers}`;
    case "storedTB":
      return nodeOf(storedTB);
    case "egressTB":
      return nodeOf(egressTB);
    case "peer":
      return counts.peers;
    case "site":
      return counts.sites;
  }
}

/** Own servers and hybrid share what stands: between the two nothing runs twice and nothing is sold. */
export const sharesFleet = (architecture: Architecture): architecture is "onPremises" | "hybrid" =>
  architecture === "onPremises" || architecture === "hybrid";

/** The architectures whose standing equipment and people are there in one too: itself, and of own servers and hybrid the other. */
export const standsFor = (architecture: Architecture): readonly Architecture[] =>
  sharesFleet(architecture)
    ? [architecture, ...architectures.filter((a) => sharesFleet(a) && a !== architecture)]
    : [architecture];

/** Whether one of these runs today. */
export const runsToday = (some: readonly Architecture[]): Node =>
  some.map((a): Node => isToday(a)).reduce((a, b) => formula`${a} or ${b}`);

/** A value in the months that a row speaks of, 0 in the others. */
export const inMonths = (value: Node, from: Node | undefined, to: Node | undefined): Node => {
  if (!from && !to) return value;
  const bounds = [from && formula`month() >= ${from}`, to && formula`month() <= ${to}`].filter(
    (each) => each !== undefined,
  );
  return formula`when(${bounds.reduce((a, b) => formula`${a} and ${b}`)}, ${value}, 0)`;
};

/** Watts of machines, as facility and electricity are counted. */
export const kWhOf = (kW: Node): Node =>
  formula`${kW} * ${input.serverLoadFactor} * ${input.pue} * ${input.hoursPerMonth}`;
