"use client";

import type { ReactNode } from "react";
import styles from "./disabled-until-hydrated.module.css";
import { useIsMounted } from "./use-is-mounted";

/** Fields that can be used once the page listens: what is typed or chosen before would be shown and not reckoned with. */
export function DisabledUntilHydrated({ children }: { children: ReactNode }) {
  const isMounted = useIsMounted();
  return (
    <fieldset className={styles.controls} disabled={!isMounted}>
      {children}
    </fieldset>
  );
}
