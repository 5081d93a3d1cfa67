import { type ReactNode, useContext, useMemo } from "react";
import type { InputKey } from "@/lib/model/inputs";
import { InputGroupFold } from "../input-group-fold";
import styles from "./key-inputs.module.css";
import { KeyInputsContext } from "./use-key-inputs";

/** The inputs that move the answer most, above all groups; each stands in its own group as well. */
export function KeyInputsGroup({ field }: { field: (key: InputKey) => ReactNode }) {
  const keyInputs = useContext(KeyInputsContext);
  const keys = keyInputs?.keys ?? null;
  // The bars follow each answer, and the fields stay as they are.
  const rows = useMemo(
    () =>
      keys?.map((key) => (
        <div key={key} className={styles.row}>
          {field(key)}
          <SwingBar input={key} />
        </div>
      )),
    [keys, field],
  );
  if (keyInputs === null) return null;
  return (
    <InputGroupFold
      title="Key inputs"
      remark="move the answer most"
      changed={0}
      faulty={0}
      isOpenAtFirst
      isForcedOpen={false}
    >
      {() => rows ?? <p className={styles.waiting}>Trying each uncertain input…</p>}
    </InputGroupFold>
  );
}

/** How much an input moves the answer, beside the one that moves it most. */
function SwingBar({ input }: { input: InputKey }) {
  const { swings, isFresh } = useContext(KeyInputsContext) ?? { swings: {}, isFresh: false };
  const greatest = Math.max(1, ...Object.values(swings));
  return (
    <div className={styles.bar} data-stale={!isFresh} aria-hidden="true">
      <span style={{ inlineSize: `${(100 * (swings[input] ?? 0)) / greatest}%` }} />
    </div>
  );
}
