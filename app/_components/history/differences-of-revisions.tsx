"use client";

import { useMemo } from "react";
import { Scroller } from "@/app/_components/ui/page/scroller";
import type { RevisionFull } from "@/lib/draft/history";
import cards from "../ui/card-table.module.css";
import figures from "../ui/figure-table.module.css";
import styles from "./history.module.css";
import { revisionDifferences } from "./revision-differences";

/** What is one thing in a revision and another in a later one. */
export function DifferencesOfRevisions({ earlier, later }: { earlier: RevisionFull; later: RevisionFull }) {
  const rows = useMemo(() => revisionDifferences(earlier.draft, later.draft), [earlier, later]);
  if (rows.length === 0) return <p className={styles.quiet}>The two revisions are the same.</p>;
  return (
    <Scroller label="What differs">
      <table className={`${figures.table} ${cards.cards}`} aria-label="What differs">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" className={figures.words}>
              Revision {earlier.number}
            </th>
            <th scope="col" className={figures.words}>
              Revision {later.number}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, now, next }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className={figures.words} data-label={`Revision ${earlier.number}`}>
                {now}
              </td>
              <td className={figures.words} data-label={`Revision ${later.number}`}>
                {next}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
