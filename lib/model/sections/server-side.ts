import { given as input } from "@/lib/model/input-term";
import { formula, quantity } from "../../formula/formula";
import type { Node, Quantity, Term } from "../../formula/node";
import {
  daysPerYear,
  monthsPerYear,
  oneCopy,
  oneSite,
  oneYear,
  serverPerPiece,
  wattsPerKW,
  wholeLoadPerSite,
} from "../constants";
import { type Delivery, ownDelivery } from "./delivery";
import {
  backup,
  bandwidthLevel,
  electricityLevel,
  facilityLevel,
  generalLevel,
  siteLoss,
  storedTB,
  volumeDiscount,
} from "./demand";
import { busyServers, type Fleet } from "./fleet";

/** Section 4: the server side, used by own servers and by hybrid: a function of what it must deliver. */
export interface ServerSide {
  readonly fleet: Fleet;
  readonly maintenance: Quantity;
  readonly facilityRunning: Quantity;
  readonly energyKWh: Quantity;
  readonly energy: Quantity;
  readonly bandwidth: Quantity;
  readonly software: Quantity;
  /** How many servers and storage servers are in service. */
  readonly allServers: Node;
  /** Raw capacity of the storage servers, TB. */
  readonly rawStorage: Node;
  readonly unavailability: Quantity;
  readonly annualLoss: Quantity;
}

/** What running the servers costs, by category. */
export const serverRunning = ({ maintenance, facilityRunning, energy, bandwidth, software }: ServerSide) => ({
  hardware: maintenance,
  facility: facilityRunning,
  ...{ energy, bandwidth, software },
});

/** @param equipmentKW the load of equipment lines, where they have any */
export function serverSide(
  architecture: "onPremises" | "hybrid",
  fleet: Fleet,
  { delivered, peak }: Delivery,
  equipmentKW: Term | undefined,
): ServerSide {
  const declare = (key: string, label: string, unit: string, is: Node, source = "model.md section 4") =>
    quantity({ key: `${architecture}.${key}`, label, unit, is, source });
  const { machines, facilityKW } = fleet;
  const machinesKW = formula`(${fleet.watts}) / ${wattsPerKW}`;

  const kW = declare("kW", "Critical load", "kW", equipmentKW ? formula`${machinesKW} + ${equipmentKW}` : machinesKW);
  const energyKWh = declare(
    "energyKWh",
    "Electricity used",
    "kWh/month",
    formula`${kW} * ${input.serverLoadFactor} * ${input.pue} * ${input.hoursPerMonth}`,
    "Hamilton 2010; Barroso, Clidaras, Hölzle",
  );

  const down = declareDown(declare, fleet, peak);
  return {
    fleet,
    maintenance: declare(
      "maintenance",
      "Maintenance contracts",
      "money/month",
      formula`${input.maintenanceRate} / ${monthsPerYear} * (${fleet.servers.pastWarranty} + ${fleet.storageServers.pastWarranty} + ${fleet.network.pastWarranty})`,
    ),
    facilityRunning: declare(
      "facilityRunning",
      "Colocation, and running the own facility",
      "money/month",
      formula`max(0, ${kW} - ${facilityKW}) * ${input.coloPerKWMonth} * ${facilityLevel} + ${facilityKW} * ${input.ownFacilityOpexPerKWMonth} * ${generalLevel}`,
    ),
    energyKWh,
    energy: declare(
      "energy",
      "Energy",
      "money/month",
      formula`${energyKWh} * ${input.electricityPrice} * ${electricityLevel}`,
      "Hamilton 2010",
    ),
    bandwidth: declare(
      "bandwidth",
      "Bandwidth",
      "money/month",
      formula`(${delivered} * (${ownDelivery} * ${input.egressPricePerTB} + ${input.cdnShare} * ${input.cdnPricePerTB}) + ${peak} * ${ownDelivery} * ${input.transitPricePerMbps}) * ${bandwidthLevel} * ${volumeDiscount(delivered)}`,
    ),
    software: declare(
      "software",
      "Software",
      "money/month",
      formula`(${machines.servers} + ${machines.storageServers}) * ${input.managementPerServerYear} / ${monthsPerYear} * ${generalLevel} + ${backup}`,
      "Azure Migrate business case",
    ),
    allServers: formula`${machines.servers} + ${machines.storageServers}`,
    rawStorage: formula`${fleet.storageServers.inService} * ${input.storageServerTB}`,
    unavailability: down,
    annualLoss,
  };
}

/** Unavailability of the server side: of one site, and of several that fail apart and together. */
function declareDown(
  declare: (key: string, label: string, unit: string, is: Node) => Quantity,
  { servers, register }: Fleet,
  peak: Quantity,
): Quantity {
  const atASite = formula`${servers.inService} / ${input.sites}`;
  const serversForPeak = declare(
    "serversForPeak",
    "Servers that the peak takes at a site",
    "server/site",
    formula`${busyServers} + ceil(${peak} * ${ownDelivery} / ${input.deliveryMbpsPerServer} * ${wholeLoadPerSite})`,
  );
  const serversDown = declare(
    "serversDown",
    "Too few servers up at a site",
    "share",
    // The needs of all sites are whole; a server of the register may do the work of part of one.
    formula`binomialBelow(${register.server ? formula`floor(${atASite})` : atASite}, ${input.serverAvailability}, ${serversForPeak})`,
  );
  const siteDown = declare(
    "siteDown",
    "A site out of service",
    "share",
    formula`either(1 - ${input.siteAvailability}, ${serversDown}, ${storageDown})`,
  );
  return declare(
    "serverSideDown",
    "Unavailability of the servers",
    "share",
    formula`when(${input.sites} > ${oneSite}, ${input.commonCauseShare} * ${siteDown} + ((1 - ${input.commonCauseShare}) * ${siteDown}) ^ (${input.sites} / ${oneSite}), ${siteDown})`,
  );
}

const storageDown = quantity({
  key: "storageDown",
  label: "Too few pieces of an object up at a site",
  unit: "share",
  source: "model.md section 4",
  is: formula`when(${storedTB} <= 0, 0, binomialBelow(${input.storageTotalPieces} * ${serverPerPiece}, ${input.serverAvailability}, ${input.storageDataPieces} * ${serverPerPiece}))`,
});

const driveLoss = quantity({
  key: "driveLoss",
  label: "Yearly chance of losing an object to failing drives at a site",
  unit: "per year",
  source: "Backblaze, erasure coding durability",
  is: formula`yearlyLoss(${input.storageDataPieces}, ${input.storageTotalPieces}, ${input.driveAnnualFailureRate} * ${input.rebuildDays} / ${daysPerYear}, ${daysPerYear} / ${input.rebuildDays})`,
});

const annualLoss = quantity({
  key: "serverSideAnnualLoss",
  label: "Yearly chance of losing a given object",
  unit: "per year",
  source: "model.md section 4",
  is: formula`either(${driveLoss} * ${oneYear}, ${siteLoss}) ^ (${input.sites} / ${oneSite}) * ${siteLoss} ^ (${input.backupCopies} / ${oneCopy}) / ${oneYear}`,
});
