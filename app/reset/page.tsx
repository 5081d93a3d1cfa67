import { connection } from "next/server";
import { AskLinkPage } from "@/app/_components/account/ask-link-page";
import { page } from "@/lib/server/http/page";
import { isMailSetUp } from "@/lib/server/mail/send-mail";
import { askResetAction } from "./actions";

export default page({ name: "/reset", requires: "nobody", title: "Forgotten password" }, async () => {
  // A build has no environment to ask whether there is mail.
  await connection();
  return (
    <AskLinkPage
      title="Forgotten password"
      what="You get a mail with a link that sets a new password."
      lasts="an hour"
      isMailSetUp={isMailSetUp()}
      otherwise="Its administrator makes you a link to a new password"
      ask={askResetAction}
    />
  );
});
