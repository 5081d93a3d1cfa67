"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import styles from "./details-button.module.css";

/** On a phone: shows what a page marks as `data-detail` (global.css). Elsewhere all of it is there. */
export function DetailsButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.more} data-details={isOpen ? "open" : "closed"}>
      <Button fullWidth variant="default" aria-expanded={isOpen} onClick={() => setOpen((open) => !open)}>
        {isOpen ? "Fewer details" : "Details"}
      </Button>
    </div>
  );
}
