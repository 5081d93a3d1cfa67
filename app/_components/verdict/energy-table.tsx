import { memo } from "react";
import { formatWhole } from "@/lib/format";
import { architectureNames, architectures } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";
import { ArchitectureMark } from "../charts/architecture-mark";
import { sumOf } from "../model/periods";
import figures from "../ui/figure-table.module.css";
import { Scroller } from "../ui/scroller";

/** Electricity and carbon over the horizon, of the organisation and of its participants. */
export const EnergyTable = memo(function EnergyTable({ result }: { result: ModelResult }) {
  return (
    <Scroller label="Table of energy and carbon">
      <table className={figures.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">Organisation, kWh</th>
            <th scope="col">Participants, kWh</th>
            <th scope="col">Organisation, kg CO₂</th>
            <th scope="col">Participants, kg CO₂</th>
          </tr>
        </thead>
        <tbody>
          {architectures.map((name) => {
            const one = result.architectures[name];
            return (
              <tr key={name}>
                <th scope="row">
                  <span className={figures.name}>
                    <ArchitectureMark architecture={name} />
                    {architectureNames[name]}
                  </span>
                </th>
                <td>{formatWhole(sumOf(one.energyKWh))}</td>
                <td>{formatWhole(sumOf(one.participantKWh))}</td>
                <td>{formatWhole(one.carbonKg)}</td>
                <td>{formatWhole(one.participantCarbonKg)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroller>
  );
});
