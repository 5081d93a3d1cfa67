import { given as input } from "@/lib/model/input-term";
import { formula, isWord, quantity } from "../../formula/formula";
import type { Quantity } from "../../formula/node";
import { peerPerUser } from "../constants";
import { egressTB, meanUsers, peak, peakUsers } from "./demand";

/** What a server side must deliver: E TB a month, P Mbit/s at the peak, and Z Mbit/s that it is sized for. */
export interface Delivery {
  readonly delivered: Quantity;
  readonly peak: Quantity;
  readonly sized: Quantity;
}

export const ownDelivery = quantity({
  key: "ownDelivery",
  label: "Share that own servers deliver",
  unit: "share",
  source: "model.md section 4",
  is: formula`1 - ${input.cdnShare}`,
});

export const onPremisesDelivery: Delivery = {
  delivered: egressTB,
  peak,
  sized: quantity({
    key: "onPremises.sized",
    label: "Traffic that servers are sized for",
    unit: "Mbit/s",
    during: "all",
    source: "model.md section 4",
    is: formula`${peak} * ${ownDelivery}`,
  }),
};

/** Section 7: the share of delivery that users' devices carry. */
const uplinkOverRate = quantity({
  key: "uplinkOverRate",
  label: "Uplink, relative to the rate of delivery",
  unit: "share",
  source: "model.md section 7",
  is: formula`min(1, ${input.uplinkMbps} * ${input.uplinkShare} / ${input.bitrateMbps} * ${peerPerUser})`,
});

function offload(key: string, label: string, concurrent: Quantity): Quantity {
  return quantity({
    key,
    label,
    unit: "share",
    source: "swarm capacity model; Karamshuk et al., arXiv 1504.03536",
    is: formula`when(${input.useMeasuredOffload} = 1, ${input.measuredOffload}, (1 - ${input.relayShare}) * ${uplinkOverRate} * catalogueOffload(${concurrent}, ${input.catalogueItems}, ${input.popularityExponent}, ${input.hybridContributingShare}))`,
  });
}

export const offloadMean = offload("hybrid.offload", "Share of delivery that users carry", meanUsers);
export const offloadPeak = offload("hybrid.offloadPeak", "Share of the peak that users carry", peakUsers);

const hybridPeak = quantity({
  key: "hybrid.peak",
  label: "Peak traffic left to servers",
  unit: "Mbit/s",
  source: "model.md section 7",
  is: formula`${peak} * (1 - ${offloadPeak})`,
});

export const hybridDelivery: Delivery = {
  delivered: quantity({
    key: "hybrid.delivered",
    label: "Data that servers deliver",
    unit: "TB/month",
    source: "model.md section 7",
    is: formula`${egressTB} * (1 - ${offloadMean})`,
  }),
  peak: hybridPeak,
  sized: quantity({
    key: "hybrid.sized",
    label: "Traffic that servers are sized for",
    unit: "Mbit/s",
    source: "model.md section 7",
    is: formula`${ownDelivery} * max(${hybridPeak}, ${input.fallbackReserve} * ${peak})`,
  }),
};

/** Section 9: whether an architecture is what runs today. */
export const isToday = (architecture: string) => isWord(input.currentArchitecture, architecture);
