import { Scroller } from "@/app/_components/ui/page/scroller";
import { TableHead } from "@/app/_components/ui/records/table-head";
import { recordParts } from "@/lib/decision/record-content";
import { chosenWords, recordName, type ShownRecord, standingWords } from "@/lib/decision/record-words";
import type { Block } from "@/lib/export/report/blocks";
import { Part } from "./part";
import styles from "./record.module.css";

/** What was decided, in words. */
export function RecordHead({ record }: { record: ShownRecord }) {
  return (
    <header className={styles.head}>
      <p className={styles.eyebrow}>{recordName(record.document)}</p>
      <h2 className={styles.title}>{record.document.decision.title}</h2>
      <p className={styles.chosen} data-state={record.state}>
        {chosenWords(record)}
      </p>
      <p className={styles.standing}>{standingWords(record)}</p>
    </header>
  );
}

/** All that the record says below its head; its PDF says the same. */
export function RecordParts({ record, isBrief }: { record: ShownRecord; isBrief: boolean }) {
  return recordParts(record, isBrief).map(({ title, blocks }) => (
    <Part key={title} title={title}>
      {blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the record never changes.
        <RecordBlock key={place} block={block} />
      ))}
    </Part>
  ));
}

function RecordBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "words":
      return <p className={block.isQuiet ? styles.basis : styles.words}>{block.text}</p>;
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "pairs":
      return (
        <dl className={styles.pairs}>
          {block.items.map(({ term, text }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the record never changes.
            <div key={place}>
              <dt>{term}</dt>
              <dd className={styles.words}>{text}</dd>
            </div>
          ))}
        </dl>
      );
    case "table":
      return <RecordTable table={block} />;
    default:
      return null;
  }
}

function RecordTable({ table: { summary, corner, columns, rows } }: { table: Extract<Block, { kind: "table" }> }) {
  return (
    <Scroller label={summary}>
      <table className={styles.figures}>
        <TableHead names={[corner, ...columns.map(({ title }) => title)]} />
        <tbody>
          {rows.map(({ head, note, cells, isChosen, isTotal }) => (
            <tr key={head} data-strong={isChosen || isTotal || undefined}>
              <th scope="row">
                {head}
                {note === undefined ? null : <small className={styles.note}>{note}</small>}
              </th>
              {columns.map(({ title }, place) => (
                <td key={title}>{cells[place]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
