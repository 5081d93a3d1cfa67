import type { ReactNode } from "react";
import { WidePage } from "@/app/_components/ui/wide-page";
import { requireUser } from "@/lib/server/auth/current-user";
import styles from "./settings.module.css";
import { SettingsNav } from "./settings-nav";

/** The menu beside each page of the settings. Every page asks for its own proof of access; this one only keeps the frame. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await requireUser();
  return (
    <WidePage>
      <div className={styles.settings}>
        <SettingsNav />
        <div className={styles.content}>{children}</div>
      </div>
    </WidePage>
  );
}
