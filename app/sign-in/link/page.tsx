import { Anchor } from "@mantine/core";
import type { Metadata } from "next";
import { connection } from "next/server";
import { AskLinkForm } from "@/app/_components/account/ask-link-form";
import { PlainPage } from "@/app/_components/ui/page/plain-page";
import { routes } from "@/lib/routes";
import { page } from "@/lib/server/http/page";
import { isMailSetUp } from "@/lib/server/mail/send-mail";
import { askSignInLinkAction } from "./actions";

export const metadata: Metadata = { title: "Sign in by mail" };

export default page({ name: "/sign-in/link", requires: "nobody" }, async () => {
  // A build has no environment to ask whether there is mail.
  await connection();
  return (
    <PlainPage title="Sign in by mail">
      {isMailSetUp() ? (
        <>
          <p>You get a mail with a link that signs you in without your password.</p>
          <AskLinkForm button="Mail me a link" lasts="15 minutes" ask={askSignInLinkAction} />
        </>
      ) : (
        <p>
          This site sends no mail. If you forgot your password, its administrator makes you a link to a new one with{" "}
          <code>npm run user:reset</code> and your address.
        </p>
      )}
      <p>
        <Anchor href={routes.signIn}>Back to signing in</Anchor>
      </p>
    </PlainPage>
  );
});
