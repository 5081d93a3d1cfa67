import { given as input } from "@/lib/model/input-term";
import { formula, quantity } from "../../formula/formula";
import type { InputTerm, Node, Quantity } from "../../formula/node";
import { megabitsPerTB, oneCopy, oneYear, secondsPerHour } from "../constants";

/** Section 2: demand, t = 0..T; and the price levels of section 1. */

function demand(key: string, label: string, unit: string, today: InputTerm, growth: InputTerm): Quantity {
  return quantity({
    key,
    label,
    unit,
    during: "all",
    source: "model.md section 2",
    is: formula`${input.demandScale} * ${today} * grow(${growth})`,
  });
}

export const users = demand("users", "Users", "user", input.users, input.usersGrowth);
export const storedTB = demand("storedTB", "Data stored", "TB", input.storedTB, input.storedGrowth);
export const egressTB = demand("egressTB", "Data delivered", "TB/month", input.egressTB, input.egressGrowth);
export const coreHours = demand("coreHours", "Compute used", "core-hour/month", input.coreHours, input.coreHoursGrowth);

export const tbPerMbps = quantity({
  key: "tbPerMbps",
  label: "What 1 Mbit/s moves in a month",
  unit: "TB/month/(Mbit/s)",
  source: "model.md section 1",
  is: formula`${input.hoursPerMonth} * ${secondsPerHour} / ${megabitsPerTB}`,
});

export const peak = quantity({
  key: "peak",
  label: "Peak traffic",
  unit: "Mbit/s",
  during: "all",
  source: "model.md section 2",
  is: formula`${egressTB} / ${tbPerMbps} * ${input.peakToMean}`,
});

export const peakUsers = quantity({
  key: "peakUsers",
  label: "Users who take delivery at the peak",
  unit: "user",
  during: "all",
  source: "model.md section 7",
  is: formula`${peak} / ${input.bitrateMbps}`,
});

export const meanUsers = quantity({
  key: "meanUsers",
  label: "Users who take delivery on average",
  unit: "user",
  during: "all",
  source: "model.md section 7",
  is: formula`${peakUsers} / ${input.peakToMean}`,
});

/** The price of bandwidth falls with its volume: by the stated share for each tenfold of today's. 1 where there is none. */
export function volumeDiscount(volume: Quantity): Node {
  return formula`when(${volume} <= 0 or ${input.egressTB} <= 0, 1, (${volume} / ${input.egressTB}) ^ log10(1 - ${input.bandwidthDiscountPerTenfold}))`;
}

function priceLevel(key: string, label: string, rate: InputTerm): Quantity {
  return quantity({ key, label, unit: "1", during: "all", source: "model.md section 1", is: formula`grow(${rate})` });
}

export const generalLevel = priceLevel("generalLevel", "General price level", input.generalInflation);
export const wageLevel = priceLevel("wageLevel", "Pay level", input.wageInflation);
export const electricityLevel = priceLevel("electricityLevel", "Electricity price level", input.electricityInflation);
export const facilityLevel = priceLevel("facilityLevel", "Colocation price level", input.facilityInflation);
export const bandwidthLevel = priceLevel("bandwidthLevel", "Bandwidth price level", input.bandwidthPriceChange);
export const cloudLevel = priceLevel("cloudLevel", "Cloud price level", input.cloudPriceChange);
export const rewardLevel = priceLevel("rewardLevel", "Reward level", input.rewardPriceChange);

export const siteLoss = quantity({
  key: "siteLoss",
  label: "Yearly chance of losing a site or a backup for good",
  unit: "share",
  source: "model.md section 4",
  is: formula`${input.siteLossPerYear} * ${oneYear}`,
});

export const backup = quantity({
  key: "backup",
  label: "Backup",
  unit: "money/month",
  source: "model.md section 4",
  is: formula`${storedTB} * ${input.backupCopies} / ${oneCopy} * ${input.backupPerTBMonth} * ${generalLevel}`,
});
