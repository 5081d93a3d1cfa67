import styles from "./exports.module.css";

interface CsvFormProps {
  /** Names of files and where each is. */
  files: readonly { name: string; href: string }[];
}

/** CSV files with other marks than commas and points. A form of the browser's own: its address is that of the file. */
export function CsvForm({ files }: CsvFormProps) {
  return (
    <form method="get" className={styles.form}>
      <label className={styles.paper}>
        Between cells
        <select name="separator" defaultValue="semicolon">
          <option value="comma">Comma</option>
          <option value="semicolon">Semicolon</option>
          <option value="tab">Tab</option>
        </select>
      </label>
      <label className={styles.paper}>
        Before decimals
        <select name="decimal" defaultValue="comma">
          <option value="point">Point</option>
          <option value="comma">Comma</option>
        </select>
      </label>
      <div className={styles.files}>
        {files.map(({ name, href }) => (
          <button key={name} type="submit" formAction={href}>
            {name}
          </button>
        ))}
      </div>
    </form>
  );
}
