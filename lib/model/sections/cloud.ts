import { given as input } from "@/lib/model/input-term";
import { formula, quantity } from "../../formula/formula";
import type { Node, Quantity } from "../../formula/node";
import { oneCopy, oneSite, wattsPerKW } from "../constants";
import { type BillPart, billPartNames } from "../rows/choices";
import type { DeclaredRows } from "../rows/row-terms";
import type { ArchitectureCosts } from "./architecture-costs";
import type { Counts } from "./counted-by";
import { ownDelivery } from "./delivery";
import { backup, bandwidthLevel, cloudLevel, coreHours, egressTB, siteLoss, storedTB, volumeDiscount } from "./demand";
import { type Equipment, equipmentOf, withEquipment } from "./equipment";
import { compliance } from "./on-premises";
import { operations, staffCost } from "./staff";

/** Section 5: the cloud. */

const declare = (key: string, label: string, unit: string, is: Node, source = "model.md section 5") =>
  quantity({ key: `cloud.${key}`, label, unit, is, source });

const rented = declare(
  "rented",
  "Core-hours rented",
  "core-hour/month",
  formula`${coreHours} / ${input.cloudUtilisation}`,
);
const compute = declare(
  "compute",
  billPartNames.compute,
  "money/month",
  formula`${rented} * ${input.cloudPerCoreHour} * (1 - ${input.cloudCommitShare} * ${input.cloudCommitDiscount}) * ${cloudLevel}`,
);
const store = declare(
  "store",
  billPartNames.store,
  "money/month",
  formula`${storedTB} * ${input.cloudStoragePerTBMonth} * ${cloudLevel}`,
);
const delivered = declare(
  "delivered",
  "Data that the cloud delivers",
  "TB/month",
  formula`${egressTB} * ${ownDelivery}`,
);
const egress = declare(
  "egress",
  billPartNames.egress,
  "money/month",
  formula`tiers(${delivered}, ${input.cloudEgressTier1TB}, ${input.cloudEgressTier1Price}, ${input.cloudEgressTier2TB}, ${input.cloudEgressTier2Price}, ${input.cloudEgressTier3TB}, ${input.cloudEgressTier3Price}, ${input.cloudEgressTier4Price}) * ${cloudLevel}`,
  "AWS price list: marginal tiers",
);
const cdn = declare(
  "cdn",
  billPartNames.cdn,
  "money/month",
  formula`${egressTB} * ${input.cdnShare} * ${input.cdnPricePerTB} * ${bandwidthLevel} * ${volumeDiscount(egressTB)}`,
);
const manage = declare(
  "manage",
  billPartNames.manage,
  "money/month",
  formula`${compute} * ${input.cloudOperationsShare}`,
);

const support = declare(
  "support",
  billPartNames.support,
  "money/month",
  formula`(${compute} + ${store} + ${egress} + ${manage}) * ${input.cloudSupportShare}`,
);

/** What the month's bill of a cloud provider is made of. */
export const billedQuantities: Readonly<Record<BillPart, Quantity>> = {
  ...{ compute, store, egress, cdn, manage, support, backup },
};

const energyKWh = (equipment: Equipment) => {
  const used = formula`${rented} * ${input.cloudWattsPerCore} / ${wattsPerKW} * ${input.cloudPue}`;
  return declare(
    "energyKWh",
    "Electricity used",
    "kWh/month",
    equipment.hosted ? formula`${used} + ${equipment.hosted.energyKWh}` : used,
    "Cloud Carbon Footprint",
  );
};

const counts: Counts = { sites: oneSite };

export function cloud(rows: DeclaredRows): ArchitectureCosts {
  const equipment = equipmentOf(rows, "cloud", counts);
  const { operationsFTE, staff } = staffCost(
    "cloud",
    operations(formula`${rented} / ${input.hoursPerMonth} / ${input.coresPerCloudEngineer}`),
  );
  return {
    capital: withEquipment({}, equipment),
    running: {
      hardware: declare("hardware", "Compute and storage", "money/month", formula`${compute} + ${store}`),
      facility: equipment.hosted?.facility,
      energy: equipment.hosted?.energy,
      bandwidth: declare("bandwidth", "Bandwidth", "money/month", formula`${egress} + ${cdn}`),
      software: declare("software", "Software", "money/month", formula`${manage} + ${support} + ${backup}`),
      staff,
      compliance: compliance("cloud"),
    },
    opening: {},
    unavailability: declare("unavailability", "Unavailability", "share", formula`1 - ${input.cloudAvailability}`),
    annualLoss: declare(
      "annualLoss",
      "Yearly chance of losing a given object",
      "per year",
      formula`${input.cloudAnnualLoss} * ${siteLoss} ^ (${input.backupCopies} / ${oneCopy})`,
    ),
    energyKWh: energyKWh(equipment),
    ...{ counts, operationsFTE, equipment },
    reported: {},
  };
}
