import { PageTitle } from "@/app/_components/ui/page/page-title";
import { page } from "@/lib/server/http/page";
import { isMailSetUp } from "@/lib/server/mail/send-mail";
import { getNoticePreference } from "@/lib/server/notices/notice-preference";
import { setNoticesByMailAction } from "./actions";
import { MailSwitch } from "./mail-switch";

export default page({ name: "/settings/notices", requires: "user", title: "Notifications" }, async ({ user }) => {
  const { byMail, isAddressVerified } = await getNoticePreference(user);
  return (
    <>
      <PageTitle title="Notifications" />
      <p>
        You get a notification when someone mentions you in a comment, replies in your thread, shares a model with you
        or changes your role on it, or accepts your invitation.
      </p>
      <MailSwitch isOn={byMail} email={user.email} set={setNoticesByMailAction} />
      {isMailSetUp() ? null : <p>This site cannot send mail at present: notifications are on the page only.</p>}
      {isAddressVerified ? null : (
        <p>
          Your address is not verified yet, so nothing is mailed to it. A password reset or a sign-in by a mailed link
          verifies it.
        </p>
      )}
    </>
  );
});
