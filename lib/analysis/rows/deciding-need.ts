import { costModel } from "@/lib/model/cost-model";
import { evaluateAside, seriesOf } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { type PeerNeed, peerNeeds } from "@/lib/model/sections/peers";

/** How many peers a month takes, what decides it, and how many the other needs would take. */
export interface DecidingNeed {
  /** 1 to the horizon. */
  readonly month: number;
  readonly peers: number;
  /** The most demanding; of equal ones the first of the list. */
  readonly decides: PeerNeed;
  readonly needs: Readonly<Record<PeerNeed, number>>;
}

/** What decides how many participants peer to peer takes, month by month. */
export function decidingNeeds(inputs: Inputs, rows: OwnRows): DecidingNeed[] {
  const quantities = costModel(rows).peerNeeds;
  const evaluation = evaluateAside(Object.values(quantities), inputs, rows);
  const series = peerNeeds.map((need) => [need, seriesOf(evaluation, quantities[need])] as const);
  return Array.from({ length: inputs.horizonMonths }, (_, before): DecidingNeed => {
    const month = before + 1;
    const needs = Object.fromEntries(series.map(([need, values]) => [need, values[month]])) as DecidingNeed["needs"];
    const peers = Math.max(...Object.values(needs));
    return { month, peers, needs, decides: peerNeeds.find((need) => needs[need] === peers) ?? "minimum" };
  });
}
