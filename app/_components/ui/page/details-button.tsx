"use client";

import { useState } from "react";
import { WrittenButton } from "@/app/_components/ui/menu/written-button";
import styles from "./details-button.module.css";

const look = { variant: "default", size: "sm" } as const;

/** On a phone: shows what a page marks as `data-detail` (global.css). Elsewhere all of it is there. */
export function DetailsButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.more} data-details={isOpen ? "open" : "closed"}>
      <WrittenButton look={look} data-block="true" aria-expanded={isOpen} onClick={() => setOpen((open) => !open)}>
        {isOpen ? "Fewer details" : "Details"}
      </WrittenButton>
    </div>
  );
}
