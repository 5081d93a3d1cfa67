import { memo, useEffect, useRef, useState } from "react";
import { useIsPrinting } from "@/app/_components/ui/printing";
import { byYear } from "@/lib/export/by-year";
import { fiscalLines, periodsOf, sumOf } from "@/lib/export/periods";
import type { View } from "@/lib/model/architectures";
import { type CostsResult, shownCategories } from "@/lib/model/pay/pay";
import type { Calendar } from "@/lib/value/fiscal-year";
import { formatExact } from "@/lib/value/format";
import { FiguresPart } from "./figures-part";
import styles from "./figures-table.module.css";
import { PaperTables } from "./paper-tables";
import { RoundingNote } from "./rounding-note";
import { largestGap } from "./shown-sums";

interface FiguresTableProps {
  result: CostsResult;
  view: View;
  currency: string;
  calendar: Calendar;
}

/** Every figure of one view, years side by side, the architectures by their rank. */
export const FiguresTable = memo(function FiguresTable(props: FiguresTableProps) {
  const { result, view, currency, calendar } = props;
  const isPrinting = useIsPrinting();
  const [scroller, isCut] = useIsCut();
  const periods = periodsOf(result.months, calendar);
  const columns = [
    ...periods.map(({ label, fiscal }) => ({ label, under: fiscalLines(fiscal) })),
    { label: "Total", under: [] },
  ];
  // As the CSV sums them, so that both round alike.
  const textsOf = (series: readonly number[]) => {
    const years = byYear(series);
    return [...periods.map((_, index) => years[index] ?? 0), sumOf(years)].map((amount) =>
      formatExact(amount, currency),
    );
  };
  const figures = {
    unit: currency,
    columns,
    groups: result.ranking.map((architecture) => {
      const { lines, total } = result.architectures[architecture].views[view];
      const parts = shownCategories(false).map(({ key, name }) => ({
        name,
        isTotal: false,
        texts: textsOf(lines[key]),
      }));
      return { architecture, rows: [...parts, { name: "Total", isTotal: true, texts: textsOf(total) }] };
    }),
  };
  return (
    <>
      <section
        ref={scroller}
        className={styles.scroller}
        data-wide={periods.length > 7 || isCut}
        data-printing={isPrinting}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
        tabIndex={0}
        aria-label="Table of figures"
      >
        <FiguresPart {...figures} part={columns.map((_, place) => place)} />
      </section>
      {isPrinting ? <PaperTables {...figures} /> : null}
      <RoundingNote
        gap={largestGap(
          figures.groups.map(({ rows }) => rows.map(({ texts }) => texts)),
          true,
        )}
        unit={currency}
      />
    </>
  );
});

/**
 * Whether a table is wider than its place, as in a currency of many digits: it then scrolls, with its head in sight.
 */
function useIsCut() {
  const place = useRef<HTMLElement>(null);
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const [around, table] = [place.current, place.current?.firstElementChild];
    if (!around || !table) return;
    const observer = new ResizeObserver(() => setCut(table.scrollWidth > around.clientWidth));
    observer.observe(around);
    observer.observe(table);
    return () => observer.disconnect();
  }, []);
  return [place, isCut] as const;
}
