import { papers } from "@/lib/value/report-choice";
import styles from "./record.module.css";

/** Leads to the record as a PDF, on either paper. */
export function PdfLinks({ href }: { href: string }) {
  return (
    <p className={styles.downloads}>
      {Object.entries(papers).map(([paper, name]) => (
        <a key={paper} href={`${href}?paper=${paper}`}>
          Download as PDF ({name})
        </a>
      ))}
    </p>
  );
}
