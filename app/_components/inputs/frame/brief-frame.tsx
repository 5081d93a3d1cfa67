import { useState } from "react";
import { inputName } from "@/lib/value/input-name";
import styles from "../fields.module.css";
import { FieldFault } from "./field-fault";
import type { FieldFrameProps } from "./frame-props";

/** One line. Its name is not that of the field in the group: each can be asked for alone. */
export function BriefFrame({ id, input, isChanged, fault, children }: FieldFrameProps) {
  // What was typed in the group is explained there.
  const [isTypedHere, setTypedHere] = useState(false);
  if (isTypedHere && fault === undefined) setTypedHere(false);
  return (
    <div className={styles.brief} data-changed={isChanged} onInput={() => setTypedHere(true)}>
      <label className={`${styles.label} ${styles.wholeWords}`} htmlFor={id}>
        {inputName(input)}
        <span className={styles.hidden}> (key input)</span>
      </label>
      <div className={styles.briefControl}>{children}</div>
      <FieldFault id={id} fault={isTypedHere ? fault : null} />
    </div>
  );
}
