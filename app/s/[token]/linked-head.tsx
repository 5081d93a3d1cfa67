import { LocalTime } from "@/app/_components/ui/local-time";
import type { LinkedModel } from "@/lib/server/sharing/linked-model";
import { aboutLink } from "./linked-foot";
import styles from "./linked-page.module.css";

/** What the link shows, and of which day; all else about it stands at the end of the page. */
export function LinkedHead({ model, mayDownload }: { model: LinkedModel; mayDownload: boolean }) {
  return (
    <header className={styles.head}>
      <h1 className={styles.name}>{model.name}</h1>
      <p className={`${styles.about} ${styles.facts}`}>
        {model.isFrozen ? <span>Revision {model.revision}; later saves are not shown</span> : null}
        <a href={`#${aboutLink}`}>{mayDownload ? "Downloads, and about this link" : "About this link"}</a>
        {/* Last: on the reader's clock it has another length than the server gave it. */}
        <span>
          Saved: <LocalTime at={model.changedAt} />
        </span>
      </p>
      {model.description === "" ? null : <p className={styles.words}>{model.description}</p>}
    </header>
  );
}
