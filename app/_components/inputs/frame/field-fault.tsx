import styles from "../fields.module.css";

interface FieldFaultProps {
  /** Of the field. */
  id: string;
  fault: string | null | undefined;
  /** False where another field of the same input says it too: it is read out once. */
  isAnnounced?: boolean;
}

/** What is wrong with what was typed into a field, announced as it appears. */
export function FieldFault({ id, fault, isAnnounced = true }: FieldFaultProps) {
  return (
    <p id={`${id}-fault`} className={styles.fault} role={fault && isAnnounced ? "alert" : undefined}>
      {fault}
    </p>
  );
}
