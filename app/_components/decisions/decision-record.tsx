import type { ReactNode } from "react";
import styles from "./record.module.css";
import { RecordInputs, RecordResults, RecordReview } from "./record-figures";
import { RecordFoot } from "./record-foot";
import { RecordHead, RecordPeople, RecordWords, type ShownRecord } from "./record-head";

interface DecisionRecordProps {
  record: ShownRecord;
  signingKey?: string;
  /** Without the inputs. */
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
      <RecordWords record={record} />
      <RecordPeople record={record} />
      <RecordReview record={record} />
      <RecordResults record={record} />
      {isBrief ? null : <RecordInputs record={record} />}
      <RecordFoot digest={record.digest} {...(signingKey !== undefined && { signingKey })}>
        {foot}
      </RecordFoot>
    </article>
  );
}
