import { TextInput } from "@mantine/core";
import type { ReactNode, Ref } from "react";
import { Notice } from "../notice";
import { CopyButton } from "./copy-button";
import styles from "./shown-once.module.css";

interface ShownOnceProps {
  title: string;
  /** Names the field for a screen reader. */
  label: string;
  value: string;
  fieldRef?: Ref<HTMLInputElement>;
  /** Until when it works, and who should have it. */
  children: ReactNode;
}

/** A link or a token that was just made, to copy; it cannot be shown again. */
export function ShownOnce({ title, label, value, fieldRef, children }: ShownOnceProps) {
  return (
    <Notice tone="plain" title={title}>
      <div className={styles.line}>
        <TextInput
          key={value}
          ref={fieldRef}
          aria-label={label}
          value={value}
          readOnly
          className={styles.text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={value} />
      </div>
      <p>{children}</p>
    </Notice>
  );
}
