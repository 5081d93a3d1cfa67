import type { ReactNode } from "react";
import { ConfirmationProvider } from "@/app/_components/account/confirmation";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { PendingDeletions } from "@/app/pending-deletions";
import { wayToConfirm } from "@/lib/server/auth/confirm-identity";
import { openIdName } from "@/lib/server/auth/openid-connect";
import { requireUser } from "@/lib/server/http/page";
import { isMailSetUp } from "@/lib/server/mail/send-mail";
import { confirmAction, mailOwnLinkAction } from "./confirm-action";
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
        <div className={styles.content}>
          <ConfirmationProvider
            way={await wayToConfirm(user)}
            confirm={confirmAction}
            provider={openIdName()}
            mailLink={isMailSetUp() ? mailOwnLinkAction : null}
          >
            {children}
          </ConfirmationProvider>
        </div>
      </div>
    </WidePage>
  );
}
