import { memo } from "react";
import { formatPercent, formatWhole } from "@/lib/format";
import { architectureNames, architectures } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";
import { ArchitectureMark } from "../charts/architecture-mark";
import figures from "../ui/figure-table.module.css";
import { Scroller } from "../ui/scroller";
import { sumOf } from "./periods";

/** Who pays over the horizon: the organisation, and outside its total the participants. */
export const PayersTable = memo(function PayersTable({ result, currency }: { result: ModelResult; currency: string }) {
  return (
    <Scroller label="Table of who pays">
      <table className={figures.table}>
        <thead>
          <tr className={figures.tallHead}>
            <th scope="col">{currency}</th>
            <th scope="col">Organisation pays</th>
            <th scope="col">Participants bear</th>
            <th scope="col">Participants are paid</th>
            <th scope="col">Paid, of what they bear</th>
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
                <td>{formatWhole(one.total)}</td>
                <td>{formatWhole(sumOf(one.participantCost))}</td>
                <td>{formatWhole(sumOf(one.participantPaid))}</td>
                <td>{formatPercent(one.rewardSufficiency)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroller>
  );
});
