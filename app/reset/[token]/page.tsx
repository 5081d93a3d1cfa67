import { Anchor } from "@mantine/core";
import { PlainPage } from "@/app/_components/ui/page/plain-page";
import { routes } from "@/lib/routes";
import { findPasswordReset } from "@/lib/server/auth/password-resets";
import { page } from "@/lib/server/http/page";
import { ResetForm } from "./reset-form";

export default page({ name: "/reset/[token]", requires: "nobody", title: "New password" }, async ({ params }) => {
  const { token } = params;
  const reset = await findPasswordReset(token);
  return (
    <PlainPage title="New password">
      {reset ? (
        <>
          {reset.isFirst ? (
            <p>
              This proves for the first time that the address is yours. Another person may have made the account before:
              two-factor, the sessions and the API tokens from before end with the password.
            </p>
          ) : null}
          {reset.isFirst ? null : <p>A new password ends your sessions everywhere, and your API tokens.</p>}
          <ResetForm token={token} email={reset.email} />
        </>
      ) : (
        <p>
          This link has been used, has expired or is incomplete. A link works once: within an hour by mail, within 24
          hours from this site's administrator. <Anchor href={routes.askReset}>Ask for a new one</Anchor>
        </p>
      )}
    </PlainPage>
  );
});
