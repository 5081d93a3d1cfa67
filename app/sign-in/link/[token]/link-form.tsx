"use client";

import account from "@/app/_components/account/account.module.css";
import { FormEnd } from "@/app/_components/account/form-end";
import { signInWith } from "@/app/_components/account/sign-in-here";
import { useAction } from "@/app/_components/ui/action/use-action";
import { routes } from "@/lib/routes";

/** A button and not the opening of the link: programs that look through mails open links too. */
export function LinkForm({ token }: { token: string }) {
  const { form, button, faultOf } = useAction({
    send: () =>
      signInWith("link", { token }, routes.models, "This link has been used or has expired. Ask for a new one."),
  });
  return (
    <form {...form}>
      <div className={account.fields}>
        <FormEnd fault={faultOf("form")} button={button}>
          Sign in
        </FormEnd>
      </div>
    </form>
  );
}
