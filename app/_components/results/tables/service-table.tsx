import { memo } from "react";
import { ArchitectureName } from "@/app/_components/charts/architecture-name";
import cards from "@/app/_components/ui/card-table.module.css";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { serviceWords } from "@/lib/analysis/comparing";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { formatAvailability, formatDowntime, formatYearlyChance } from "@/lib/value/format";

interface ServiceTableProps {
  result: ModelResult;
  inputs: Inputs;
}

const heads = ["Availability, worst month", "Downtime at that rate", "Yearly loss of a given object"] as const;

/** What each architecture achieves, each figure against its target. */
export const ServiceTable = memo(function ServiceTable({ result, inputs }: ServiceTableProps) {
  const targetDown = 1 - inputs.targetAvailability;
  return (
    <Scroller label="Table of service">
      <table className={`${figures.table} ${cards.cards}`}>
        <thead>
          <tr>
            <td />
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col" className={figures.words}>
              Verdict
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className={figures.quiet}>
              Target
            </th>
            <td className={figures.quiet} data-label={heads[0]}>
              {formatAvailability(targetDown)}
            </td>
            <td className={figures.quiet} data-label={heads[1]}>
              {formatDowntime(targetDown)}
            </td>
            <td className={figures.quiet} data-label={heads[2]}>
              {formatYearlyChance(inputs.targetAnnualLoss)}
            </td>
            <td />
          </tr>
          {result.ranking.map((name) => {
            const one = result.architectures[name];
            const worst = Math.max(...one.unavailability.filter((value) => value !== null));
            return (
              <tr key={name}>
                <th scope="row">
                  <ArchitectureName architecture={name} />
                </th>
                <td className={one.meetsAvailability ? undefined : figures.missed} data-label={heads[0]}>
                  {formatAvailability(worst, targetDown)}
                </td>
                <td className={one.meetsAvailability ? undefined : figures.missed} data-label={heads[1]}>
                  {formatDowntime(worst)}
                </td>
                <td className={one.meetsAnnualLoss ? undefined : figures.missed} data-label={heads[2]}>
                  {formatYearlyChance(one.annualLoss, inputs.targetAnnualLoss)}
                </td>
                <td className={`${figures.words} ${cards.wide}`}>{serviceWords(one, inputs)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroller>
  );
});
