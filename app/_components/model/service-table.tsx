import { formatAvailability, formatDowntime, formatYearlyChance } from "@/lib/format";
import { architectureNames } from "@/lib/model/architectures";
import type { ArchitectureResult, ModelResult } from "@/lib/model/result";
import { ArchitectureMark } from "../charts/architecture-mark";
import figures from "../ui/figure-table.module.css";

interface ServiceTableProps {
  result: ModelResult;
  targetAvailability: number;
  targetAnnualLoss: number;
}

/** What each architecture achieves, each figure against its target. */
export function ServiceTable({ result, targetAvailability, targetAnnualLoss }: ServiceTableProps) {
  const targetDown = 1 - targetAvailability;
  return (
    <div className={figures.scroller}>
      <table className={figures.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">Availability, worst month</th>
            <th scope="col">Downtime at that rate</th>
            <th scope="col">Yearly loss of a given object</th>
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
            <td className={figures.quiet}>{formatAvailability(targetDown)}</td>
            <td className={figures.quiet}>{formatDowntime(targetDown)}</td>
            <td className={figures.quiet}>{formatYearlyChance(targetAnnualLoss)}</td>
            <td />
          </tr>
          {result.ranking.map((name) => {
            const one = result.architectures[name];
            const worst = Math.max(...one.unavailability.filter((value) => value !== null));
            return (
              <tr key={name}>
                <th scope="row">
                  <span className={figures.name}>
                    <ArchitectureMark architecture={name} />
                    {architectureNames[name]}
                  </span>
                </th>
                <td className={one.meetsAvailability ? undefined : figures.missed}>{formatAvailability(worst)}</td>
                <td className={one.meetsAvailability ? undefined : figures.missed}>{formatDowntime(worst)}</td>
                <td className={one.meetsAnnualLoss ? undefined : figures.missed}>
                  {formatYearlyChance(one.annualLoss)}
                </td>
                <td className={figures.words}>{verdictOf(one)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Why an architecture is not among those that may win, or that it is. */
export function verdictOf(one: ArchitectureResult): string {
  const reasons = [
    !one.permitted && "is forbidden by an input",
    !one.feasible && "needs more participants than there may be",
    !one.meetsAvailability && "misses the target for availability",
    !one.meetsAnnualLoss && "misses the target for loss",
  ].filter((reason) => reason !== false);
  if (reasons.length === 0) return "Meets the targets";
  const sentence = reasons.join(", ");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
