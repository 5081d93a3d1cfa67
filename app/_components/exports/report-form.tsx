import { papers, reportPartKeys, reportParts } from "@/lib/value/report-choice";
import styles from "./exports.module.css";

/** Asks which parts of a report, and on which paper. A form of the browser's own: its address is that of the file. */
export function ReportForm({ action, children }: { action: string; children: React.ReactNode }) {
  return (
    <form action={action} method="get" className={styles.form}>
      <fieldset className={styles.parts}>
        <legend>Parts</legend>
        {reportPartKeys.map((key) => (
          <label key={key} className={styles.part}>
            <input type="checkbox" name="parts" value={key} defaultChecked /> {reportParts[key]}
          </label>
        ))}
      </fieldset>
      <label className={styles.paper}>
        Paper
        <select name="paper" defaultValue="a4">
          {Object.entries(papers).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p className={styles.note}>Where no part is chosen, the report has all of them.</p>
      {children}
    </form>
  );
}
