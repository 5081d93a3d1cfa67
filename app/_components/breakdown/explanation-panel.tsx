"use client";

import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./explanation-drawer.module.css";

interface ExplanationPanelProps {
  isOpen: boolean;
  /** What is explained. */
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Beside a table, which stays usable: choosing another figure replaces what is shown. */
export function ExplanationPanel({ isOpen, title, onClose, children }: ExplanationPanelProps) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="min(34rem, 100vw)"
      title={title}
      withOverlay={false}
      lockScroll={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": "Close the explanation" }}
      classNames={{ content: styles.content ?? "", title: styles.title ?? "" }}
    >
      {children}
    </Drawer>
  );
}
