import type { ReactNode } from "react";
import type { ShownRecord } from "@/lib/decision/record-words";
import styles from "./record.module.css";
import { RecordFoot } from "./record-foot";
import { RecordHead, RecordParts } from "./record-parts";

interface DecisionRecordProps {
  record: ShownRecord;
  signingKey?: string;
  /** For one who holds a link. */
  isBrief?: boolean;
  /** Below the head: what the reader is asked, and what has changed. */
  children?: ReactNode;
  /** In the foot. */
  foot?: ReactNode;
}

/** A record as a page of a board paper: words before figures. */
export function DecisionRecord({ record, signingKey, isBrief = false, children, foot }: DecisionRecordProps) {
  return (
    <article className={styles.record} aria-label={`Decision ${record.document.number}`}>
      <RecordHead record={record} />
      {children}
      <RecordParts record={record} isBrief={isBrief} />
      <RecordFoot digest={record.digest} {...(signingKey !== undefined && { signingKey })}>
        {foot}
      </RecordFoot>
    </article>
  );
}
