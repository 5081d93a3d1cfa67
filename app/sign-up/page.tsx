import { Anchor } from "@mantine/core";
import { redirect } from "next/navigation";
import { OpenIdButton } from "@/app/_components/account/open-id-button";
import { PlainPage } from "@/app/_components/ui/page/plain-page";
import { routes } from "@/lib/routes";
import { currentUser } from "@/lib/server/access/current-user";
import { openIdName } from "@/lib/server/auth/openid-connect";
import { ownPath } from "@/lib/server/auth/own-path";
import { signUpRefusal } from "@/lib/server/auth/sign-up";
import { isToken } from "@/lib/server/crypto/tokens";
import { page } from "@/lib/server/http/page";
import { SignUpForm } from "./sign-up-form";

export default page({ name: "/sign-up", requires: "nobody", title: "Sign up" }, async ({ searchParams }) => {
  const { invitation: given, keep, callbackUrl } = searchParams;
  const invitation = isToken(given) ? given : null;
  const isKeeping = invitation === null && keep === "1";
  const next = invitation
    ? routes.invitation(invitation)
    : isKeeping
      ? routes.keepModel
      : ownPath(callbackUrl, routes.models);
  if (await currentUser()) redirect(next);
  const refusal = await signUpRefusal(invitation);
  const provider = openIdName();
  return (
    <PlainPage title="Sign up">
      {isKeeping && !refusal ? (
        <p>The figures you tried become your first model as soon as you have signed up.</p>
      ) : null}
      {provider === null || refusal ? null : <OpenIdButton name={provider} verb="Sign up" next={next} />}
      {refusal ? <p>{refusal}</p> : <SignUpForm invitation={invitation} next={next} />}
      <p>
        Already have an account?{" "}
        <Anchor href={`${routes.signIn}?callbackUrl=${encodeURIComponent(next)}`}>Sign in</Anchor>
      </p>
    </PlainPage>
  );
});
