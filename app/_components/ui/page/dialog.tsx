import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./dialog.module.css";

interface DialogProps {
  title: string;
  /** What its cross does, "Close without saving". */
  closeLabel: string;
  size?: "lg" | "xl";
  onClose: () => void;
  children: ReactNode;
}

/** A dialog over the page for a form or a file; it is there as long as it is drawn. */
export function Dialog({ title, closeLabel, size = "lg", onClose, children }: DialogProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      size={size}
      // Scroll locking writes an inline style, which the page's policy forbids.
      lockScroll={false}
      title={title}
      closeButtonProps={{ "aria-label": closeLabel }}
      classNames={{ title: styles.title ?? "" }}
    >
      {children}
    </Modal>
  );
}
