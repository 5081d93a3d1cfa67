import { given as input } from "@/lib/model/input-term";
import { formula, quantity } from "../../formula/formula";
import type { Node } from "../../formula/node";
import { oneCopy, wattsPerKW } from "../constants";
import type { ArchitectureCosts } from "./architecture-costs";
import { ownDelivery } from "./delivery";
import { backup, bandwidthLevel, cloudLevel, coreHours, egressTB, siteLoss, storedTB, volumeDiscount } from "./demand";
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
  "Compute",
  "money/month",
  formula`${rented} * ${input.cloudPerCoreHour} * (1 - ${input.cloudCommitShare} * ${input.cloudCommitDiscount}) * ${cloudLevel}`,
);
const store = declare(
  "store",
  "Storage",
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
  "Egress, in tiers",
  "money/month",
  formula`tiers(${delivered}, ${input.cloudEgressTier1TB}, ${input.cloudEgressTier1Price}, ${input.cloudEgressTier2TB}, ${input.cloudEgressTier2Price}, ${input.cloudEgressTier3TB}, ${input.cloudEgressTier3Price}, ${input.cloudEgressTier4Price}) * ${cloudLevel}`,
  "AWS price list: marginal tiers",
);
const manage = declare(
  "manage",
  "Logs, monitoring and managed extras",
  "money/month",
  formula`${compute} * ${input.cloudOperationsShare}`,
);

export const cloud: ArchitectureCosts = {
  capital: {},
  running: {
    hardware: declare("hardware", "Compute and storage", "money/month", formula`${compute} + ${store}`),
    bandwidth: declare(
      "bandwidth",
      "Bandwidth",
      "money/month",
      formula`${egress} + ${egressTB} * ${input.cdnShare} * ${input.cdnPricePerTB} * ${bandwidthLevel} * ${volumeDiscount(egressTB)}`,
    ),
    software: declare(
      "software",
      "Software",
      "money/month",
      formula`${manage} + (${compute} + ${store} + ${egress} + ${manage}) * ${input.cloudSupportShare} + ${backup}`,
    ),
    staff: staffCost("cloud", operations(formula`${rented} / ${input.hoursPerMonth} / ${input.coresPerCloudEngineer}`))
      .staff,
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
  energyKWh: declare(
    "energyKWh",
    "Electricity used",
    "kWh/month",
    formula`${rented} * ${input.cloudWattsPerCore} / ${wattsPerKW} * ${input.cloudPue}`,
    "Cloud Carbon Footprint",
  ),
  reported: {},
};
