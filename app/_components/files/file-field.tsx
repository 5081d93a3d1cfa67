import styles from "./file-field.module.css";

const accepted = {
  table: ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain",
  model: ".csv,text/csv,.json,application/json",
};

interface FileFieldProps {
  label: string;
  /** What the file holds: a table, or a model, which may be a table too. */
  of: keyof typeof accepted;
  /** Whether a dialog begins with it. */
  isFirst?: boolean;
  /** Called without a file where the choice is taken back. */
  onChoose: (file: File | undefined) => void;
}

/** The choice of a file. */
export function FileField({ label, of, isFirst = false, onChoose }: FileFieldProps) {
  return (
    <label className={styles.file}>
      {label}
      <input
        type="file"
        accept={accepted[of]}
        data-autofocus={isFirst || undefined}
        onChange={(event) => onChoose(event.currentTarget.files?.[0])}
      />
    </label>
  );
}
