"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { unreadChanged } from "@/app/_components/site/unread-notifications";
import { Link } from "@/app/_components/ui/link";
import { LocalTime } from "@/app/_components/ui/local-time";
import { type NoticeFull, noticeSentence } from "@/lib/notifications/notification";
import { routes } from "@/lib/routes";
import styles from "./notifications.module.css";

interface NotificationListProps {
  notifications: readonly NoticeFull[];
  markRead: (ids: string[] | "all") => Promise<unknown>;
}

/** The reader's notifications; opening one marks it as read. */
export function NotificationList({ notifications, markRead }: NotificationListProps) {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const mark = (ids: string[] | "all") =>
    startTransition(async () => {
      // A failure does no harm: it stays unread, and can be marked again.
      await markRead(ids).catch(() => {});
      unreadChanged();
      router.refresh();
    });
  if (notifications.length === 0) {
    return (
      <p>
        No notifications yet. You get one when someone mentions you in a comment, replies in your thread, shares a model
        with you, accepts your invitation or asks you to approve a decision.{" "}
        <Link href={routes.noticeSettings}>Notification settings</Link>
      </p>
    );
  }
  return (
    <>
      <div className={styles.tools}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={isBusy || notifications.every(({ isRead }) => isRead)}
          onClick={() => mark("all")}
        >
          Mark all as read
        </Button>
        <Link href={routes.noticeSettings}>Notification settings</Link>
      </div>
      <ul className={styles.list}>
        {notifications.map((notification) => (
          <li key={notification.id} className={styles.notification} data-unread={!notification.isRead}>
            <Link
              href={routes.notified(notification)}
              onClick={() => {
                if (!notification.isRead) mark([notification.id]);
              }}
            >
              {noticeSentence(notification)}
            </Link>
            <span className={styles.when}>
              {notification.isRead ? null : <strong>New, </strong>}
              <LocalTime at={notification.at} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
