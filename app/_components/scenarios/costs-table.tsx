import { RoundingNote } from "@/app/_components/results/tables/rounding-note";
import { largestDifferenceGap } from "@/app/_components/results/tables/shown-sums";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { formatExact } from "@/lib/value/format";
import { ArchitectureName } from "../charts/architecture-name";
import figures from "../ui/figure-table.module.css";
import styles from "./costs-table.module.css";
import type { EvaluatedScenario } from "./evaluate-scenario";

interface CostsTableProps {
  /** The base first. */
  columns: readonly ({ id: string; name: string } & EvaluatedScenario)[];
  currency: string;
}

/** Net present cost of each architecture in each scenario, and by how much it differs from the base. */
export function CostsTable({ columns, currency }: CostsTableProps) {
  const [base] = columns;
  const shown = (result: EvaluatedScenario["result"] | undefined, name: Architecture) =>
    formatExact(result?.architectures[name].netPresentCost, currency);
  const gap = largestDifferenceGap(
    columns.slice(1).flatMap(({ result }) =>
      architectures.flatMap((name) => {
        if (!result || !base?.result) return [];
        const changed = result.architectures[name].netPresentCost - base.result.architectures[name].netPresentCost;
        return [[shown(result, name), shown(base.result, name), formatExact(changed, currency)] as const];
      }),
    ),
  );
  return (
    <>
      <Scroller label="Net present cost of each scenario">
        <table className={figures.table}>
          <thead>
            <tr>
              <th scope="col">{currency}</th>
              {columns.map(({ id, name }) => (
                <th key={id} scope="col">
                  <span className={figures.given}>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {architectures.map((architecture) => (
              <tr key={architecture}>
                <th scope="row">
                  <ArchitectureName architecture={architecture} />
                </th>
                {columns.map(({ id, result }) => {
                  const own = result?.architectures[architecture];
                  const usual = base?.result?.architectures[architecture];
                  return (
                    <td key={id}>
                      {formatExact(own?.netPresentCost, currency)}
                      <span className={styles.beside}>
                        {own === undefined || usual === undefined || id === base?.id
                          ? ""
                          : difference(own.netPresentCost - usual.netPresentCost, currency)}
                      </span>
                      <span className={styles.beside}>
                        {own === undefined
                          ? ""
                          : !own.eligible
                            ? "does not meet the targets"
                            : result?.ranking[0] === architecture
                              ? "the cheapest that meets them"
                              : ""}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <RoundingNote gap={gap} unit={currency} of="Differences" />
    </>
  );
}

/** A difference with its sign, or that there is none. */
export function difference(amount: number, currency: string): string {
  const text = formatExact(amount, currency);
  if (!/[1-9]/.test(text)) return "no difference";
  return amount > 0 ? `+${text}` : text;
}
