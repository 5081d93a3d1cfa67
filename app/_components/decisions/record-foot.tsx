import type { ReactNode } from "react";
import { routes } from "@/lib/routes";
import styles from "./record.module.css";

interface RecordFootProps {
  digest: string;
  signingKey?: string;
  children?: ReactNode;
}

/** What tells this record from any other; it stands at the end, on paper too. */
export function RecordFoot({ digest, signingKey, children }: RecordFootProps) {
  return (
    <footer className={styles.foot}>
      <p>
        SHA-256 <code>{digest}</code>
      </p>
      {signingKey === undefined ? null : (
        <p>
          Signed with key <code>{signingKey}</code>
        </p>
      )}
      <p>
        Anyone can check a record’s file at <a href={routes.verify}>{routes.verify}</a>.
      </p>
      {children}
    </footer>
  );
}
