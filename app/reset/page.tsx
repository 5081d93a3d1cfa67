import { Anchor } from "@mantine/core";
import type { Metadata } from "next";
import { connection } from "next/server";
import { AskLinkForm } from "@/app/_components/account/ask-link-form";
import { PlainPage } from "@/app/_components/ui/page/plain-page";
import { routes } from "@/lib/routes";
import { page } from "@/lib/server/http/page";
import { isMailSetUp } from "@/lib/server/mail/send-mail";
import { askResetAction } from "./actions";

export const metadata: Metadata = { title: "Forgotten password" };

export default page({ name: "/reset", requires: "nobody" }, async () => {
  // A build has no environment to ask whether there is mail.
  await connection();
  return (
    <PlainPage title="Forgotten password">
      {isMailSetUp() ? (
        <>
          <p>You get a mail with a link that sets a new password.</p>
          <AskLinkForm button="Mail me a link" lasts="an hour" ask={askResetAction} />
        </>
      ) : (
        <p>
          This site sends no mail. Its administrator makes you a link to a new password with{" "}
          <code>npm run user:reset</code> and your address.
        </p>
      )}
      <p>
        <Anchor href={routes.signIn}>Back to signing in</Anchor>
      </p>
    </PlainPage>
  );
});
