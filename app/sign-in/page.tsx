import { Anchor } from "@mantine/core";
import { redirect } from "next/navigation";
import account from "@/app/_components/account/account.module.css";
import { OpenIdButton } from "@/app/_components/account/open-id-button";
import { SignUpLink } from "@/app/_components/site/sign-up-link";
import { Notice } from "@/app/_components/ui/notice";
import { PlainPage } from "@/app/_components/ui/page/plain-page";
import { openedElsewhereMessage } from "@/lib/opened-elsewhere";
import { routes } from "@/lib/routes";
import { currentUser } from "@/lib/server/access/current-user";
import { openIdName } from "@/lib/server/auth/openid-connect";
import { ownPath } from "@/lib/server/auth/own-path";
import { page } from "@/lib/server/http/page";
import { isMailSetUp } from "@/lib/server/mail/send-mail";
import { SignInForm } from "./sign-in-form";

export default page({ name: "/sign-in", requires: "nobody", title: "Sign in" }, async ({ searchParams }) => {
  const { callbackUrl, error } = searchParams;
  const next = ownPath(callbackUrl, routes.models);
  if (await currentUser()) redirect(next);
  const invitation = /^\/invitations\/([\w-]+)$/.exec(next)?.[1];
  const signUp = invitation
    ? `${routes.signUp}?invitation=${invitation}`
    : next === routes.keepModel
      ? routes.signUpToKeep
      : next === routes.models
        ? routes.signUp
        : `${routes.signUp}?callbackUrl=${encodeURIComponent(next)}`;
  const provider = openIdName();
  return (
    <PlainPage title="Sign in">
      {typeof error === "string" ? <Notice tone="wrong">{faultOf(error, provider ?? "the provider")}</Notice> : null}
      {provider === null ? null : <OpenIdButton name={provider} verb="Sign in" next={next} />}
      <SignInForm next={next} />
      <ul className={account.links}>
        {isMailSetUp() ? (
          <li>
            <Anchor href={`${routes.askSignInLink}?callbackUrl=${encodeURIComponent(next)}`}>Mail me a link</Anchor>{" "}
            instead
          </li>
        ) : null}
        <li>
          <Anchor href={routes.askReset}>Forgot your password?</Anchor>
        </li>
        <li>
          No account yet?{" "}
          {signUp === routes.signUp ? (
            <SignUpLink looks="anchor">Sign up</SignUpLink>
          ) : (
            <Anchor href={signUp}>Sign up</Anchor>
          )}
        </li>
      </ul>
    </PlainPage>
  );
});

/** Why signing in elsewhere did not lead here; anything but our own names is next-auth's. */
function faultOf(error: string, provider: string): string {
  // The provider's button leads here from there.
  if (openedElsewhereMessage(error))
    return "The page before was opened under another address of this site. Sign in here.";
  const faults: Record<string, string> = {
    OpenIdUnverified: `${provider} has not verified your email address, so no account was opened or joined. Verify it there, then try again; or sign in below.`,
    OpenIdOther: `Your address belongs to an account here that is tied to another identity at ${provider}. Ask this site's administrator.`,
    OpenIdClosed:
      "You have no account here yet, and signing up takes an invitation or is closed. Open the link of an invitation, or ask this site's administrator.",
    OpenIdWait: "Too many people signed in from your network within an hour. Wait, then try again.",
  };
  return faults[error] ?? `Signing in did not work, or was cancelled at ${provider}. Try again.`;
}
