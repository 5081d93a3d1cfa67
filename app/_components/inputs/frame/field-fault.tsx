import styles from "../fields.module.css";

/** What is wrong with what was typed into a field, announced as it appears. @param id of the field */
export function FieldFault({ id, fault }: { id: string; fault: string | null | undefined }) {
  return (
    <p id={`${id}-fault`} className={styles.fault} role={fault ? "alert" : undefined}>
      {fault}
    </p>
  );
}
