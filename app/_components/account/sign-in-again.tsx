"use client";

import { Stack } from "@mantine/core";
import { signIn } from "next-auth/react";
import { useAction } from "@/app/_components/ui/action/use-action";
import type { Outcome } from "@/lib/outcome";
import { FormEnd } from "./form-end";

export interface SignInAgainProps {
  /** The name of the OpenID Connect provider, where the person signs in through one. */
  provider: string | null;
  /** Mails a link to the person's own address; null where no mail is sent. */
  mailLink: (() => Promise<Outcome>) | null;
}

/** For a person with neither a password nor a code: signing in anew shows who they are. */
export function SignInAgain({ provider, mailLink }: SignInAgainProps) {
  return (
    <Stack gap="md">
      <p>
        This takes more than being signed in, and you have no password here. Sign in again, then do it within ten
        minutes. What you typed on this page is lost.
      </p>
      {provider === null ? null : <ProviderButton provider={provider} />}
      {mailLink === null ? null : <MailButton mailLink={mailLink} />}
      {provider === null && mailLink === null ? (
        <p>This site's administrator can give you a link that sets a password.</p>
      ) : null}
    </Stack>
  );
}

function ProviderButton({ provider }: { provider: string }) {
  const { form, button, faultOf } = useAction({
    send: async () => {
      // The provider must ask for the sign-in again, and not rely on its own session.
      await signIn("oidc", { callbackUrl: window.location.href }, { prompt: "login", max_age: "0" });
      return null;
    },
  });
  return (
    <form {...form}>
      <FormEnd fault={faultOf("form")} button={button}>
        Sign in again with {provider}
      </FormEnd>
    </form>
  );
}

function MailButton({ mailLink }: { mailLink: NonNullable<SignInAgainProps["mailLink"]> }) {
  const { form, button, faultOf, isDone } = useAction({ send: mailLink, refresh: false });
  if (isDone) return <p role="status">A mail with a link is on its way. Open it in this browser.</p>;
  return (
    <form {...form}>
      <FormEnd fault={faultOf("form")} button={button} isQuiet>
        Mail me a link
      </FormEnd>
    </form>
  );
}
