"use client";

import account from "@/app/_components/account/account.module.css";
import { EmailField, PasswordField } from "@/app/_components/account/account-fields";
import { FormEnd } from "@/app/_components/account/form-end";
import { signInHere } from "@/app/_components/account/sign-in-here";
import { useAction } from "@/app/_components/ui/action/use-action";

export function SignInForm({ next }: { next: string }) {
  const { form, button, faultOf } = useAction({
    send: (field) => signInHere(field("email"), field("password"), next),
  });
  return (
    <form {...form}>
      <div className={account.fields}>
        <EmailField />
        <PasswordField />
        <FormEnd fault={faultOf("form")} button={button}>
          Sign in
        </FormEnd>
      </div>
    </form>
  );
}
