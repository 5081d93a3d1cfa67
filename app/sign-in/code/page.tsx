import { Anchor } from "@mantine/core";
import { redirect } from "next/navigation";
import { PlainPage } from "@/app/_components/ui/page/plain-page";
import { routes } from "@/lib/routes";
import { currentUser } from "@/lib/server/access/current-user";
import { ownPath } from "@/lib/server/auth/own-path";
import { hasSignInStep } from "@/lib/server/auth/second-factor/sign-in-step";
import { page } from "@/lib/server/http/page";
import { CodeForm } from "./code-form";

export default page({ name: "/sign-in/code", requires: "nobody", title: "Second step" }, async ({ searchParams }) => {
  const next = ownPath(searchParams.callbackUrl, routes.models);
  // Someone who is signed in may be signing in again, to show that it is them.
  const isWaiting = await hasSignInStep();
  if (!isWaiting && (await currentUser())) redirect(next);
  if (!isWaiting) redirect(`${routes.signIn}?callbackUrl=${encodeURIComponent(next)}`);
  return (
    <PlainPage title="Second step">
      <p>
        Type the code that your authenticator app shows for Peerbalance. Without the app, type one of your recovery
        codes.
      </p>
      <CodeForm next={next} />
      <p>
        <Anchor href={`${routes.signIn}?callbackUrl=${encodeURIComponent(next)}`}>Begin again</Anchor>
      </p>
    </PlainPage>
  );
});
