import { Anchor } from "@mantine/core";
import { PlainPage } from "@/app/_components/ui/page/plain-page";
import { routes } from "@/lib/routes";
import { findSignInLink } from "@/lib/server/auth/mailed-links";
import { page } from "@/lib/server/http/page";
import { LinkForm } from "./link-form";

export default page(
  { name: "/sign-in/link/[token]", requires: "nobody", title: "Sign in by mail" },
  async ({ params }) => {
    const { token } = params;
    const link = await findSignInLink(token);
    return (
      <PlainPage title="Sign in by mail">
        {link ? (
          <>
            <p>You sign in as {link.email}.</p>
            {link.isFirst ? (
              <p>
                This proves for the first time that the address is yours. Another person may have made the account
                before: the password, two-factor, the sessions and the API tokens from before end. Set new ones under
                Settings if you want them.
              </p>
            ) : null}
            <LinkForm token={token} />
          </>
        ) : (
          <p>
            This link has been used, has expired or is incomplete. A link works once and for 15 minutes.{" "}
            <Anchor href={routes.askSignInLink}>Ask for a new one</Anchor>
          </p>
        )}
      </PlainPage>
    );
  },
);
