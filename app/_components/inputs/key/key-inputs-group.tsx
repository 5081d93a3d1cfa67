import type { ReactNode } from "react";
import type { InputKey } from "@/lib/model/inputs";
import { InputGroupFold } from "../input-group-fold";
import styles from "./key-inputs.module.css";
import type { KeyInputs } from "./use-key-inputs";

interface KeyInputsGroupProps {
  keyInputs: KeyInputs;
  field: (key: InputKey) => ReactNode;
}

/** The inputs that move the answer most, above all groups; each stands in its own group as well. */
export function KeyInputsGroup({ keyInputs: { keys, swings, isFresh }, field }: KeyInputsGroupProps) {
  const greatest = Math.max(1, ...Object.values(swings));
  return (
    <InputGroupFold
      title="Key inputs"
      remark="move the answer most"
      changed={0}
      faulty={0}
      isOpenAtFirst
      isForcedOpen={false}
    >
      {() =>
        keys === null ? (
          <p className={styles.waiting}>Trying each uncertain input…</p>
        ) : (
          keys.map((key) => (
            <div key={key} className={styles.row}>
              {field(key)}
              <div className={styles.bar} data-stale={!isFresh} aria-hidden="true">
                <span style={{ inlineSize: `${(100 * (swings[key] ?? 0)) / greatest}%` }} />
              </div>
            </div>
          ))
        )
      }
    </InputGroupFold>
  );
}
