import { memo } from "react";
import { formatWhole } from "@/lib/format";
import { architectures } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";
import { FiguresByArchitecture } from "../model/figures-by-architecture";
import { sumOf } from "../model/periods";
import { Scroller } from "../ui/scroller";

/** Electricity and carbon over the horizon, of the organisation and of its participants. */
export const EnergyTable = memo(function EnergyTable({ result }: { result: ModelResult }) {
  const rows = architectures.map((architecture) => {
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
