"use client";

import { Button } from "@mantine/core";
import styles from "./what-happened.module.css";

/** The last action on the list, and how to undo it. */
export interface ListEvent {
  words: string;
  isFault?: boolean;
  undo?: { label: string; run: () => void };
}

interface WhatHappenedProps {
  event: ListEvent | null;
  onClose: () => void;
}

/** A bar at the foot of the window with the last action and its undo; it stays until closed or replaced. */
export function WhatHappened({ event, onClose }: WhatHappenedProps) {
  return (
    <div role="status" className={styles.place}>
      {event === null ? null : (
        <div className={styles.bar} data-fault={event.isFault === true}>
          <p>{event.words}</p>
          {event.undo === undefined ? null : (
            <Button size="compact-sm" onClick={event.undo.run} aria-label={event.undo.label}>
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
