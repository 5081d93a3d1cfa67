import { memo } from "react";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { sumOf } from "@/lib/export/periods";
import type { Architecture } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";
import { formatPercent, formatWhole } from "@/lib/value/format";
import { FiguresByArchitecture } from "./figures-by-architecture";

interface PayersTableProps {
  result: ModelResult;
  currency: string;
  /** What runs today, where each pays less than with it is shown; below zero it pays more. */
  against?: Architecture | null;
}

const heads = {
  totals: ["Organisation pays", "Participants bear", "Participants are\u00a0paid", "Share\u00a0paid"],
  against: ["Organisation saves", "Participants bear\u00a0less", "Participants are paid\u00a0less", "Share\u00a0paid"],
} as const;

/** Who pays over the horizon: the organisation, and outside its total the participants. */
export const PayersTable = memo(function PayersTable({ result, currency, against = null }: PayersTableProps) {
  const amounts = (architecture: Architecture) => {
    const { total, participantCost, participantPaid } = result.architectures[architecture];
    return [total, sumOf(participantCost), sumOf(participantPaid)];
  };
  const now = against && amounts(against);
  const rows = result.ranking.map((architecture) => ({
    architecture,
    texts: [
      ...amounts(architecture).map((amount, place) => formatWhole(now === null ? amount : (now[place] ?? 0) - amount)),
      formatPercent(result.architectures[architecture].rewardSufficiency),
    ],
  }));
  return (
    <Scroller label="Table of who pays">
      <FiguresByArchitecture corner={currency} columns={heads[now === null ? "totals" : "against"]} rows={rows} />
    </Scroller>
  );
});
