"use client";

import { Section } from "@/app/_components/ui/page/section";
import { tableNames } from "@/lib/model/rows/choices";
import type { PartProps } from "./part-props";
import { RowList } from "./row-list";
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
  const { rows, context, version, followed, readOnly, onChange } = props;
  const shared = { context, version, followed, readOnly, onChange };
  return (
    <>
      <p className={styles.lead}>
        What your organisation buys, employs and pays beyond the inputs. Each line joins its category in the charts, the
        tables and the ranking, for the architectures that it names.
      </p>
      {lists.map(({ table, empty }) => (
        <Section
          key={table}
          title={tableNames[table]}
          unit={context.currency}
          action={<RowsMenu table={table} {...props} />}
        >
          <RowList table={table} rows={rows[table]} empty={empty} {...shared} />
        </Section>
      ))}
    </>
  );
}
