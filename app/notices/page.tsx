import type { Metadata } from "next";
import { PageTitle } from "@/app/_components/ui/page/page-title";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { page } from "@/lib/server/http/page";
import { listNotices } from "@/lib/server/notices/list-notices";
import { markNoticesReadAction } from "./actions";
import { NotificationList } from "./notification-list";

export const metadata: Metadata = { title: "Notifications" };

export default page({ name: "/notices", requires: "user" }, async ({ user }) => {
  const notifications = await listNotices(user);
  return (
    <WidePage>
      <PageTitle title="Notifications" />
      <NotificationList notifications={notifications} markRead={markNoticesReadAction} />
    </WidePage>
  );
});
