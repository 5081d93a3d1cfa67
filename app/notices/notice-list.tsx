"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { unreadChanged } from "@/app/_components/site/unread-notices";
import { LocalTime } from "@/app/_components/ui/local-time";
import { type NoticeFull, noticeSentence } from "@/lib/notifications/notification";
import { routes } from "@/lib/routes";
import styles from "./notices.module.css";

interface NoticeListProps {
  notices: readonly NoticeFull[];
  markRead: (ids: string[] | "all") => Promise<unknown>;
}

/** What happened that concerns the reader; opening one marks it as read. */
export function NoticeList({ notices, markRead }: NoticeListProps) {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const mark = (ids: string[] | "all") =>
    startTransition(async () => {
      // Not marked is no harm: it stays unread, and can be marked again.
      await markRead(ids).catch(() => {});
      unreadChanged();
      router.refresh();
    });
  if (notices.length === 0) {
    return (
      <p>
        No notifications yet. You get one when someone mentions you in a comment, replies in your thread, shares a model
        with you or accepts your invitation. <Link href={routes.noticeSettings}>Notification settings</Link>
      </p>
    );
  }
  return (
    <>
      <div className={styles.tools}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={isBusy || notices.every(({ isRead }) => isRead)}
          onClick={() => mark("all")}
        >
          Mark all as read
        </Button>
        <Link href={routes.noticeSettings}>Notification settings</Link>
      </div>
      <ul className={styles.list}>
        {notices.map((notice) => (
          <li key={notice.id} className={styles.notice} data-unread={!notice.isRead}>
            <Link
              href={
                notice.threadId === null ? routes.model(notice.modelId) : routes.thread(notice.modelId, notice.threadId)
              }
              onClick={() => {
                if (!notice.isRead) mark([notice.id]);
              }}
            >
              {noticeSentence(notice)}
            </Link>
            <span className={styles.when}>
              {notice.isRead ? null : <strong>New, </strong>}
              <LocalTime at={notice.at} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
