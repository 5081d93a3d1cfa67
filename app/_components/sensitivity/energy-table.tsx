import { memo } from "react";
import { FiguresByArchitecture } from "@/app/_components/results/tables/figures-by-architecture";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { sumOf } from "@/lib/export/periods";
import type { ModelResult } from "@/lib/model/result";
import { formatWhole } from "@/lib/value/format";

/** Electricity and carbon over the horizon, of the organisation and of its participants. */
export const EnergyTable = memo(function EnergyTable({ result }: { result: ModelResult }) {
  const rows = result.ranking.map((architecture) => {
    const one = result.architectures[architecture];
    return {
      architecture,
      texts: [sumOf(one.energyKWh), sumOf(one.participantKWh), one.carbonKg, one.participantCarbonKg].map(formatWhole),
    };
  });
  return (
    <Scroller label="Table of energy and carbon">
      <FiguresByArchitecture
        columns={["Organisation, kWh", "Participants, kWh", "Organisation, kg\u00a0CO₂", "Participants, kg\u00a0CO₂"]}
        rows={rows}
      />
    </Scroller>
  );
});
