import { memo } from "react";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { sumOf } from "@/lib/export/periods";
import type { ModelResult } from "@/lib/model/result";
import { formatPercent, formatWhole } from "@/lib/value/format";
import { FiguresByArchitecture } from "./figures-by-architecture";

/** Who pays over the horizon: the organisation, and outside its total the participants. */
export const PayersTable = memo(function PayersTable({ result, currency }: { result: ModelResult; currency: string }) {
  const rows = result.ranking.map((architecture) => {
    const one = result.architectures[architecture];
    return {
      architecture,
      texts: [
        formatWhole(one.total),
        formatWhole(sumOf(one.participantCost)),
        formatWhole(sumOf(one.participantPaid)),
        formatPercent(one.rewardSufficiency),
      ],
    };
  });
  return (
    <Scroller label="Table of who pays">
      <FiguresByArchitecture
        corner={currency}
        columns={["Organisation pays", "Participants bear", "Participants are\u00a0paid", "Share\u00a0paid"]}
        rows={rows}
      />
    </Scroller>
  );
});
