import { RoundingNote } from "@/app/_components/results/tables/rounding-note";
import { largestDifferenceGap } from "@/app/_components/results/tables/shown-sums";
import { Scroller } from "@/app/_components/ui/page/scroller";
import type { Tried } from "@/app/_components/verdict/trials/use-trials-of-each";
import { inTrials } from "@/lib/analysis/verdict/chance";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { todayOf } from "@/lib/model/today-of";
import { formatExact } from "@/lib/value/format";
import { ArchitectureName } from "../charts/architecture-name";
import cards from "../ui/card-table.module.css";
import figures from "../ui/figure-table.module.css";
import styles from "./costs-table.module.css";
import type { EvaluatedScenario } from "./evaluate-scenario";

interface CostsTableProps {
  /** The base first. */
  columns: readonly Column[];
  currency: string;
  /** Whether it shows what is saved against going on as now. */
  isAgainstToday: boolean;
}

type Column = { id: string; name: string; tried: Tried } & EvaluatedScenario;

/** Net present cost of each architecture in each scenario, or what it saves, and by how much that differs from the base. */
export function CostsTable({ columns, currency, isAgainstToday }: CostsTableProps) {
  const [base] = columns;
  const amountIn = (column: Column | undefined, name: Architecture): number | undefined => {
    if (!column?.result) return undefined;
    const { architectures: of } = column.result;
    if (!isAgainstToday) return of[name].netPresentCost;
    const today = todayOf(column.inputs);
    return today === null ? undefined : of[today].netPresentCost - of[name].netPresentCost;
  };
  const gap = largestDifferenceGap(
    columns.slice(1).flatMap((column) =>
      architectures.flatMap((name) => {
        const [own, usual] = [amountIn(column, name), amountIn(base, name)];
        if (own === undefined || usual === undefined) return [];
        return [[own, usual, own - usual].map((each) => formatExact(each, currency)) as [string, string, string]];
      }),
    ),
  );
  return (
    <>
      <Scroller label={`${isAgainstToday ? "Net present saving against today" : "Net present cost"} in each scenario`}>
        <table className={`${figures.table} ${cards.cards}`}>
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
                {columns.map((column) => {
                  const { id, result, tried } = column;
                  const own = result?.architectures[architecture];
                  const [amount, usual] = [amountIn(column, architecture), amountIn(base, architecture)];
                  return (
                    <td key={id} data-label={column.name}>
                      {formatExact(amount, currency)}
                      <span className={styles.beside}>
                        {amount === undefined || usual === undefined || id === base?.id
                          ? ""
                          : difference(amount - usual, currency)}
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
                      <span className={styles.beside}>
                        {tried.document === null || own === undefined
                          ? ""
                          : `first in ${inTrials(tried.document.architectures[architecture].cheapest.share)}`}
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
