import type { FrozenFigures } from "@/lib/decision/frozen-figures";
import { recordParts } from "@/lib/decision/record-content";
import { chosenWords, recordName, type ShownRecord, standingWords } from "@/lib/decision/record-words";
import type { Block } from "@/lib/export/report/blocks";
import { Part } from "./part";
import styles from "./record.module.css";
import { RecordTable } from "./record-table";

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

interface RecordPartsProps {
  record: ShownRecord;
  isBrief: boolean;
  /** By which its results are explained; null where they are not. */
  frozen: FrozenFigures | null;
}

/** All that the record says below its head; its PDF says the same. */
export function RecordParts({ record, isBrief, frozen }: RecordPartsProps) {
  return recordParts(record, isBrief).map(({ title, blocks }) => (
    <Part key={title} title={title}>
      {blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the record never changes.
        <RecordBlock key={place} block={block} frozen={frozen} />
      ))}
    </Part>
  ));
}

function RecordBlock({ block, frozen }: { block: Block; frozen: FrozenFigures | null }) {
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
      return <RecordTable table={block} frozen={frozen} />;
    default:
      return null;
  }
}
