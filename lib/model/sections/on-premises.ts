import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { Quantity } from "../../formula/node";
import type { Architecture } from "../architectures";
import { monthsPerYear } from "../constants";
import type { ArchitectureCosts } from "./architecture-costs";
import { generalLevel } from "./demand";
import { serverSides } from "./server-side";
import { operations, staffCost, workOf } from "./staff";

export function compliance(architecture: Architecture): Quantity {
  return quantity({
    key: `${architecture}.compliance`,
    label: "Compliance",
    unit: "money/month",
    source: "model.md section 4",
    is: formula`${input[`${architecture}ComplianceAnnual`]} / ${monthsPerYear} * ${generalLevel}`,
  });
}

const { fleet, ...side } = serverSides.onPremises;

export const onPremises: ArchitectureCosts = {
  capital: { hardware: [fleet.servers, fleet.storageServers, fleet.network], facility: [fleet.ownFacility] },
  running: {
    hardware: side.maintenance,
    facility: side.facilityRunning,
    energy: side.energy,
    bandwidth: side.bandwidth,
    software: side.software,
    staff: staffCost("onPremises", operations(workOf(nodeOf(fleet.servers.inService), side.rawStorage))).staff,
    compliance: compliance("onPremises"),
  },
  opening: {},
  unavailability: side.unavailability,
  annualLoss: side.annualLoss,
  energyKWh: side.energyKWh,
  servers: side.allServers,
  reported: { servers: fleet.servers.inService, storageServers: fleet.storageServers.inService },
};
