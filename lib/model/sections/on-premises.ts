import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { Quantity } from "../../formula/node";
import type { Architecture } from "../architectures";
import { monthsPerYear } from "../constants";
import type { DeclaredRows } from "../rows/row-terms";
import type { ArchitectureCosts } from "./architecture-costs";
import type { Counts } from "./counted-by";
import { onPremisesDelivery } from "./delivery";
import { generalLevel } from "./demand";
import { equipmentOf, withEquipment } from "./equipment";
import { capitalOf, type Fleet } from "./fleet";
import { serverRunning, serverSide } from "./server-side";
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

export function onPremises(rows: DeclaredRows, fleet: Fleet): ArchitectureCosts {
  const { servers, storageServers } = fleet.machines;
  const counts: Counts = {
    ...{ servers, storageServers, machines: formula`${servers} + ${storageServers}` },
    sites: nodeOf(input.sites),
  };
  const equipment = equipmentOf(rows, "onPremises", counts);
  const side = serverSide("onPremises", fleet, onPremisesDelivery, equipment.kW);
  const { operationsFTE, staff } = staffCost("onPremises", operations(workOf(servers, side.rawStorage)));
  return {
    capital: withEquipment(capitalOf(fleet), equipment),
    running: {
      ...serverRunning(side),
      staff,
      compliance: compliance("onPremises"),
    },
    opening: {},
    unavailability: side.unavailability,
    annualLoss: side.annualLoss,
    energyKWh: side.energyKWh,
    ...{ counts, operationsFTE, equipment },
    reported: { servers: fleet.servers.inService, storageServers: fleet.storageServers.inService },
  };
}
