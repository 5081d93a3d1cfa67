import { given as input } from "@/lib/model/input-term";
import { formula, isWord, quantity } from "../../formula/formula";
import type { Node, Quantity } from "../../formula/node";
import { peerPerUser } from "../constants";
import { egressTB, meanUsers, peak, peakUsers } from "./demand";
import type { Participants } from "./participants";

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

/** Section 7: what a hybrid's servers must deliver, and the share that users' devices carry, on average and at the peak. */
export interface HybridDelivery extends Delivery {
  readonly offload: Quantity;
  readonly offloadPeak: Quantity;
}

export function hybridDelivery({ mean }: Participants): HybridDelivery {
  const uplinkOverRate = quantity({
    key: "uplinkOverRate",
    label: "Uplink, relative to the rate of delivery",
    unit: "share",
    source: "model.md section 7",
    is: mean(
      "uplinkOverRate",
      "Uplink, relative to the rate of delivery",
      "share",
      (of) => formula`min(1, ${of("uplinkMbps")} * ${of("uplinkShare")} / ${input.bitrateMbps} * ${peerPerUser})`,
    ),
  });
  const offloadOf = (key: string, label: string, concurrent: Quantity) =>
    quantity({
      key,
      label,
      unit: "share",
      source: "swarm capacity model; Karamshuk et al., arXiv 1504.03536",
      is: formula`when(${input.useMeasuredOffload} = 1, ${input.measuredOffload}, (1 - ${input.relayShare}) * ${uplinkOverRate} * catalogueOffload(${concurrent}, ${input.catalogueItems}, ${input.popularityExponent}, ${input.hybridContributingShare}))`,
    });
  const declare = (key: string, label: string, unit: string, is: Node) =>
    quantity({ key: `hybrid.${key}`, label, unit, is, source: "model.md section 7" });
  const offload = offloadOf("hybrid.offload", "Share of delivery that users carry", meanUsers);
  const offloadPeak = offloadOf("hybrid.offloadPeak", "Share of the peak that users carry", peakUsers);
  const left = declare("peak", "Peak traffic left to servers", "Mbit/s", formula`${peak} * (1 - ${offloadPeak})`);
  return {
    offload,
    offloadPeak,
    delivered: declare("delivered", "Data that servers deliver", "TB/month", formula`${egressTB} * (1 - ${offload})`),
    peak: left,
    sized: declare(
      "sized",
      "Traffic that servers are sized for",
      "Mbit/s",
      formula`${ownDelivery} * max(${left}, ${input.fallbackReserve} * ${peak})`,
    ),
  };
}

/** Section 9: whether an architecture is what runs today. */
export const isToday = (architecture: string) => isWord(input.currentArchitecture, architecture);
