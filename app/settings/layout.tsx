import type { ReactNode } from "react";
import { WidePage } from "@/app/_components/ui/wide-page";
import { requireUser } from "@/lib/server/auth/current-user";
import { PendingDeletions } from "./data/pending-deletions";
import styles from "./settings.module.css";
import { SettingsNav } from "./settings-nav";

/** The menu beside each page of the settings. Every page asks for its own proof of access; this one only keeps the frame. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const user = await requireUser();
  return (
    <WidePage>
      <PendingDeletions user={user} />
      <div className={styles.settings}>
        <SettingsNav />
        <div className={styles.content}>{children}</div>
      </div>
    </WidePage>
  );
}
