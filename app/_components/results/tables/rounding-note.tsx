import styles from "./rounding-note.module.css";

/** Under a table: that what is shown does not add up to the last digit, where it does not. Its line is kept, so that nothing moves. */
export function RoundingNote({ gap, unit, of = "Totals" }: { gap: string | null; unit: string; of?: string }) {
  return (
    <p className={styles.note}>
      {gap === null
        ? null
        : `Each figure is rounded by itself. ${of} differ by up to ${gap} ${unit} from what the rounded figures give.`}
    </p>
  );
}
