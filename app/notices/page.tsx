import { PageTitle } from "@/app/_components/ui/page/page-title";
import { WidePage } from "@/app/_components/ui/page/wide-page";
import { page } from "@/lib/server/http/page";
import { listNotices } from "@/lib/server/notices/list-notices";
import { markNoticesReadAction } from "./actions";
import { NotificationList } from "./notification-list";

export default page({ name: "/notices", requires: "user", title: "Notifications" }, async ({ user }) => {
  const notifications = await listNotices(user);
  return (
    <WidePage>
      <PageTitle title="Notifications" />
      <NotificationList notifications={notifications} markRead={markNoticesReadAction} />
    </WidePage>
  );
});
