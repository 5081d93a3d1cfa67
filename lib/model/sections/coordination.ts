import { given as input } from "@/lib/model/input-term";
import { formula, quantity } from "../../formula/formula";
import type { Node, Quantity } from "../../formula/node";
import { monthsPerYear, oneSite } from "../constants";
import { generalLevel } from "./demand";

/** Servers that introduce participants to one another: how many it takes, how many stand, and how often too few are up. Sections 6 and 7. */
export interface Coordination {
  readonly needed: Quantity;
  readonly servers: Quantity;
  /** Running the servers, money a month. */
  readonly cost: Node;
  readonly down: Quantity;
}

export function coordination(
  architecture: "peerToPeer" | "hybrid",
  name: { key: string; label: string },
  installs: Node,
  atLeast: Node,
): Coordination {
  const source = "model.md section 6";
  const needed = quantity({
    key: `${architecture}.${name.key}Needed`,
    label: `${name.label} servers that it takes`,
    unit: "server",
    source,
    is: formula`ceil(${installs} / ${input.installsPerCoordinator})`,
  });
  const servers = quantity({
    key: `${architecture}.${name.key}`,
    label: `${name.label} servers`,
    unit: "server",
    source,
    is: formula`max(${atLeast}, ceil(${needed} * (1 + ${input.serverHeadroom})) + ${spareServersOfOne})`,
  });
  return {
    needed,
    servers,
    cost: formula`${servers} * (${input.coordinatorPerMonth} + ${input.managementPerServerYear} / ${monthsPerYear}) * ${generalLevel}`,
    down: quantity({
      key: `${architecture}.${name.key}Down`,
      label: `Too few ${name.label.toLowerCase()} servers up`,
      unit: "share",
      source,
      is: formula`${input.commonCauseShare} * (1 - ${input.coordinatorAvailability}) + (1 - ${input.commonCauseShare}) * binomialBelow(${servers}, ${input.coordinatorAvailability}, ${needed})`,
    }),
  };
}

const spareServersOfOne = quantity({
  key: "spareServersOfOneSite",
  label: "Spare servers of one site",
  unit: "server",
  source: "model.md section 6",
  is: formula`${input.spareServers} * ${oneSite}`,
});
