import { useState } from "react";
import { inputName } from "@/lib/value/input-name";
import styles from "../fields.module.css";
import { FieldFault } from "./field-fault";
import type { FieldFrameProps } from "./frame-props";

/** Whether the whole field stands in its group, which draws it only while it is open. It says what is wrong wherever that was typed. */
const isInOpenGroup = (key: string) => document.querySelector(`[data-input="${key}"]`) !== null;

/** One line. Its name is not that of the field in the group: each can be asked for alone. */
export function BriefFrame({ id, input, isChanged, fault, children }: FieldFrameProps) {
  // What was typed in the group is explained there.
  const [typedHere, setTypedHere] = useState<null | "alone" | "beside its group">(null);
  if (typedHere !== null && fault === undefined) setTypedHere(null);
  return (
    <div
      className={styles.brief}
      data-changed={isChanged}
      onInput={() => setTypedHere(isInOpenGroup(input.key) ? "beside its group" : "alone")}
    >
      <label className={`${styles.label} ${styles.wholeWords}`} htmlFor={id}>
        {inputName(input)}
        <span className={styles.hidden}> (key input)</span>
      </label>
      <div className={styles.briefControl}>{children}</div>
      <FieldFault id={id} fault={typedHere === null ? null : fault} isAnnounced={typedHere === "alone"} />
    </div>
  );
}
