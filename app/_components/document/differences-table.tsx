import cards from "@/app/_components/ui/card-table.module.css";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { TableHead } from "@/app/_components/ui/records/table-head";

export interface Difference {
  key: string;
  label: string;
  now: string;
  next: string;
}

interface DifferencesTableProps {
  label: string;
  /** Heads of the three columns: what differs, what it is now, and what it would be. */
  heads: readonly [string, string, string];
  differences: readonly Difference[];
}

/** What is one thing here and another there, in words. */
export function DifferencesTable({ label, heads, differences }: DifferencesTableProps) {
  return (
    <Scroller label={label}>
      <table className={`${figures.table} ${cards.cards}`} aria-label={label}>
        <TableHead names={heads} />
        <tbody>
          {differences.map(({ key, label, now, next }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td data-label={heads[1]}>{now}</td>
              <td data-label={heads[2]}>{next}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
