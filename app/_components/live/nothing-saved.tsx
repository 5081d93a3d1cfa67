import styles from "./nothing-saved.module.css";
import type { ModelNow } from "./use-model-events";

/** Beside fields that take nothing any more: the notice that says more stands at the top, which may be out of sight. */
export function NothingSaved({ ended }: { ended: ModelNow["ended"] }) {
  if (ended !== "gone") return null;
  return (
    <p className={styles.words}>Nothing more is saved: this model was deleted, or is no longer shared with you.</p>
  );
}
