import { useState } from "react";
import { inputName } from "@/lib/value/input-name";
import styles from "../fields.module.css";
import { FieldFault } from "./field-fault";
import type { FieldFrameProps } from "./frame-props";

/**
 * Whether the whole field stands in a group that is open, where it says what is wrong wherever that was typed. On a phone that of the panel is
 * there and not seen, beside that of the sheet.
 */
const isInOpenGroup = (key: string) =>
  [...document.querySelectorAll(`[data-input="${key}"]`)].some((field) => field.getClientRects().length > 0);

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
