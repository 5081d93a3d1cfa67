import { connection } from "next/server";
import { AskLinkPage } from "@/app/_components/account/ask-link-page";
import { page } from "@/lib/server/http/page";
import { isMailSetUp } from "@/lib/server/mail/send-mail";
import { askSignInLinkAction } from "./actions";

export default page({ name: "/sign-in/link", requires: "nobody", title: "Sign in by mail" }, async () => {
  // A build has no environment to ask whether there is mail.
  await connection();
  return (
    <AskLinkPage
      title="Sign in by mail"
      what="You get a mail with a link that signs you in without your password."
      lasts="15 minutes"
      isMailSetUp={isMailSetUp()}
      otherwise="If you forgot your password, its administrator makes you a link to a new one"
      ask={askSignInLinkAction}
    />
  );
});
