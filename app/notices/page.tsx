import type { Metadata } from "next";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { requireUser } from "@/lib/server/access/current-user";
import { listNotices } from "@/lib/server/notices/list-notices";
import { markNoticesReadAction } from "./actions";
import { NoticeList } from "./notice-list";

export const metadata: Metadata = { title: "Notifications" };

export default async function NoticesPage() {
  const notices = await listNotices(await requireUser());
  return (
    <WidePage>
      <PageTitle title="Notifications" />
      <NoticeList notices={notices} markRead={markNoticesReadAction} />
    </WidePage>
  );
}
