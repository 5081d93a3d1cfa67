import styles from "./rounding-note.module.css";

/**
 * Under a table: that rounded figures do not add up, where they do not. Otherwise its line is empty, so that nothing
 * moves.
 */
export function RoundingNote({ gap, unit, of = "Totals" }: { gap: string | null; unit: string; of?: string }) {
  return (
    <p className={styles.note}>
      {gap === null
        ? null
        : `Each figure is rounded by itself. ${of} differ by up to ${gap} ${unit} from the sums of rounded figures.`}
    </p>
  );
}
