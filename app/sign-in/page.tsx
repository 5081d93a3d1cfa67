import { Anchor } from "@mantine/core";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PlainPage } from "@/app/_components/ui/plain-page";
import { routes } from "@/lib/routes";
import { currentUser } from "@/lib/server/auth/current-user";
import { ownPath } from "@/lib/server/auth/own-path";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const next = ownPath((await searchParams).callbackUrl, routes.models);
  if (await currentUser()) redirect(next);
  const invitation = /^\/invitations\/([\w-]+)$/.exec(next)?.[1];
  const signUp = invitation
    ? `${routes.signUp}?invitation=${invitation}`
    : next === routes.keepModel
      ? routes.signUpToKeep
      : routes.signUp;
  return (
    <PlainPage title="Sign in">
      <SignInForm next={next} />
      <p>
        No account yet? <Anchor href={signUp}>Sign up</Anchor>
      </p>
    </PlainPage>
  );
}
