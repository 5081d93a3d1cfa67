"use client";

import { Button } from "@mantine/core";
import styles from "./what-happened.module.css";

/** What was done last, and what takes it back. */
export interface Told {
  words: string;
  isFault?: boolean;
  undo?: { label: string; run: () => void };
}

interface WhatHappenedProps {
  told: Told | null;
  onClose: () => void;
}

/** Says at the foot of the window what was done, and offers to take it back; it stays until it is closed or the next thing is done. */
export function WhatHappened({ told, onClose }: WhatHappenedProps) {
  return (
    <div role="status" className={styles.place}>
      {told === null ? null : (
        <div className={styles.bar} data-fault={told.isFault === true}>
          <p>{told.words}</p>
          {told.undo === undefined ? null : (
            <Button size="compact-sm" onClick={told.undo.run} aria-label={told.undo.label}>
              Undo
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={onClose}>
            Close
          </Button>
        </div>
      )}
    </div>
  );
}
