"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Link } from "@/app/_components/ui/link";
import { mostUnread } from "@/lib/notifications/notification";
import { routes } from "@/lib/routes";

const changed = "peerbalance:notifications";

/** Tells the page's header that notifications were read. */
export function unreadChanged() {
  window.dispatchEvent(new Event(changed));
}

/**
 * The link to the person's notifications, with how many are new: read again on every further page and on return to the
 * window.
 *
 * @param initial how many there were when the site was opened
 */
export function UnreadNotifications({ initial }: { initial: number }) {
  const path = usePathname();
  const [unread, setUnread] = useState(initial);
  const firstPath = useRef<string | null>(path);
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const answer = await fetch(routes.unreadNotices).catch(() => null);
      if (!answer?.ok) return;
      const { unread: count } = (await answer.json()) as { unread: number };
      if (!isOver) setUnread(count);
    };
    const ifSeen = () => void (document.visibilityState === "visible" && ask());
    if (firstPath.current !== path) void ask();
    firstPath.current = null;
    const timer = setInterval(ifSeen, 60_000);
    window.addEventListener("focus", ifSeen);
    window.addEventListener(changed, ask);
    return () => {
      isOver = true;
      clearInterval(timer);
      window.removeEventListener("focus", ifSeen);
      window.removeEventListener(changed, ask);
    };
  }, [path]);
  const count = unread > mostUnread ? `${mostUnread}+` : unread;
  return (
    <Link href={routes.notices} aria-label={unread === 0 ? "Notifications" : `Notifications, ${count} new`}>
      Notifications{unread === 0 ? "" : ` (${count})`}
    </Link>
  );
}
