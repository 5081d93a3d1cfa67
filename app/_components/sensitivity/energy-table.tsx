import { memo } from "react";
import { FiguresByArchitecture } from "@/app/_components/results/tables/figures-by-architecture";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { sumOf } from "@/lib/export/periods";
import type { Architecture } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";
import { formatWhole } from "@/lib/value/format";

interface EnergyTableProps {
  result: ModelResult;
  /** What runs today, where less than with it is shown; below zero it is more. */
  against: Architecture | null;
}

/** Electricity and carbon over the horizon, of the organisation and of its participants. */
export const EnergyTable = memo(function EnergyTable({ result, against }: EnergyTableProps) {
  const amounts = (architecture: Architecture) => {
    const { energyKWh, participantKWh, carbonKg, participantCarbonKg } = result.architectures[architecture];
    return [sumOf(energyKWh), sumOf(participantKWh), carbonKg, participantCarbonKg];
  };
  const now = against && amounts(against);
  const rows = result.ranking.map((architecture) => ({
    architecture,
    texts: amounts(architecture).map((amount, place) =>
      formatWhole(now === null ? amount : (now[place] ?? 0) - amount),
    ),
  }));
  return (
    <Scroller label="Table of energy and carbon">
      <FiguresByArchitecture
        columns={["Organisation, kWh", "Participants, kWh", "Organisation, kg\u00a0CO₂", "Participants, kg\u00a0CO₂"]}
        rows={rows}
      />
    </Scroller>
  );
});
