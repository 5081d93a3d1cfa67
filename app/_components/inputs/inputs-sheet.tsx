"use client";

import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "@/app/_components/editor/model-editor.module.css";

interface InputsSheetProps {
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The inputs on a narrow window: over the lower part of the page, whose upper part stays in sight. */
export default function InputsSheet({ isOpen, onClose, children }: InputsSheetProps) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="bottom"
      size="42%"
      title="Inputs"
      withOverlay={false}
      lockScroll={false}
      closeButtonProps={{ "aria-label": "Close the inputs" }}
      classNames={{ content: styles.sheet ?? "", header: styles.sheetHeader ?? "", title: styles.inputsTitle ?? "" }}
    >
      {children}
    </Drawer>
  );
}
