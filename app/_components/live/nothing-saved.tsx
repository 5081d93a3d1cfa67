import styles from "./nothing-saved.module.css";
import type { ModelNow } from "./use-model-events";

/** Beside fields that no longer save: the full notice is at the top, which may be out of view. */
export function NothingSaved({ ended }: { ended: ModelNow["ended"] }) {
  if (ended !== "gone") return null;
  return (
    <p className={styles.words}>Nothing more is saved: this model was deleted, or is no longer shared with you.</p>
  );
}
