import figures from "@/app/_components/ui/figure-table.module.css";
import { fiscalLines, type Period } from "@/lib/export/periods";

/** The head of a column of a year: its number, and under it the fiscal years that it falls in. */
export function PeriodHead({ period: { label, fiscal } }: { period: Period }) {
  return (
    <th scope="col">
      {label}
      {fiscalLines(fiscal).map((line) => (
        <span key={line} className={figures.under}>
          {" "}
          {line}
        </span>
      ))}
    </th>
  );
}
