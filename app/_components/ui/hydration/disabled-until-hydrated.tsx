"use client";

import type { ReactNode } from "react";
import styles from "./disabled-until-hydrated.module.css";
import { useIsMounted } from "./use-is-mounted";

/** Fields that are enabled once the page is hydrated: what is typed or chosen before would be shown and not counted. */
export function DisabledUntilHydrated({ children }: { children: ReactNode }) {
  const isMounted = useIsMounted();
  return (
    <fieldset className={styles.controls} disabled={!isMounted}>
      {children}
    </fieldset>
  );
}
