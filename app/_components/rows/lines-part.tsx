"use client";

import { useMemo } from "react";
import { UsualLines } from "@/app/_components/figures/usual-lines";
import { RowList } from "@/app/_components/inputs/rows/row-list";
import { Section } from "@/app/_components/ui/page/section";
import { evaluateWhole } from "@/lib/model/evaluate";
import { tableNames } from "@/lib/model/rows/table-names";
import { formatWhole } from "@/lib/value/format";
import { BuiltInRoles } from "./built-in-roles";
import { lineCostWords } from "./line-cost-words";
import type { PartProps } from "./part-props";
import { PostCover } from "./post-cover";
import styles from "./rows.module.css";
import { RowsMenu } from "./rows-menu";

const lists = [
  {
    table: "equipmentLines",
    empty:
      "What is bought beside servers and network: a firewall pair, a tape library, a licence for five years. It is replaced when its life ends.",
  },
  {
    table: "staffLines",
    empty:
      "Who works on it, beside or in place of the four roles of the model: two and a half administrators, a moving team for nine months.",
  },
  {
    table: "customLines",
    empty: "What else it costs or earns: insurance, a grant, an audit every 18 months.",
  },
] as const;

/** Equipment, staff and own lines, each of which joins its category in every table and chart. */
export function LinesPart(props: PartProps) {
  const { inputs, rows, figures, result, context, version, followed, readOnly, onChange } = props;
  const { currency } = context;
  const shared = { context, version, followed, readOnly, onChange };
  const hasLines = lists.some(({ table }) => rows[table].length > 0);
  const costs = useMemo(() => {
    if (result === null || !hasLines) return null;
    const evaluated = evaluateWhole(figures.inputs, figures.rows);
    return Object.fromEntries(
      lists.map(({ table }) => [table, lineCostWords(evaluated, table, figures.rows[table], currency)]),
    );
  }, [figures, result, hasLines, currency]);
  return (
    <>
      <p className={styles.lead}>
        What your organisation buys, employs and pays beyond the inputs. Each line joins its category in the charts, the
        tables and the ranking, for the architectures that it names. Beside it stands what it costs over{" "}
        {formatWhole(inputs.horizonMonths)} months, in cash.
      </p>
      {lists.map(({ table, empty }) => (
        <Section key={table} title={tableNames[table]} unit={currency} action={<RowsMenu table={table} {...props} />}>
          <RowList table={table} rows={rows[table]} empty={empty} costs={costs?.[table]} {...shared} />
          <UsualLines table={table} draft={props.draft} readOnly={readOnly} onChange={onChange} />
          {table === "staffLines" ? (
            <>
              <BuiltInRoles {...props} />
              <PostCover inputs={inputs} />
            </>
          ) : null}
        </Section>
      ))}
    </>
  );
}
