import type { ReactNode } from "react";
import type { FrozenFigures } from "@/lib/decision/frozen-figures";
import type { ShownRecord } from "@/lib/decision/record-words";
import styles from "./record.module.css";
import { RecordFoot } from "./record-foot";
import { RecordHead, RecordParts } from "./record-parts";

interface DecisionRecordProps {
  record: ShownRecord;
  signingKey?: string;
  /** For one who holds a link. */
  isBrief?: boolean;
  /** By which its results are explained, for those who may see its inputs: the model's readers, and who holds the file. */
  frozen?: FrozenFigures | null;
  /** Below the head: what the reader is asked, and what has changed. */
  children?: ReactNode;
  /** In the foot. */
  foot?: ReactNode;
}

/** A record as a page of a board paper: words before figures. */
export function DecisionRecord({
  record,
  signingKey,
  isBrief = false,
  frozen = null,
  children,
  foot,
}: DecisionRecordProps) {
  return (
    <article className={styles.record} aria-label={`Decision ${record.document.number}`}>
      <RecordHead record={record} />
      {children}
      <RecordParts record={record} isBrief={isBrief} frozen={frozen} />
      <RecordFoot digest={record.digest} {...(signingKey !== undefined && { signingKey })}>
        {foot}
      </RecordFoot>
    </article>
  );
}
