"use client";

import account from "@/app/_components/account/account.module.css";
import { RequiredField } from "@/app/_components/account/account-fields";
import { FormEnd } from "@/app/_components/account/form-end";
import { signInWith } from "@/app/_components/account/sign-in-here";
import { useAction } from "@/app/_components/ui/action/use-action";

const wrong = "This code is wrong, or was used before. Wait for the next one and try again.";

export function CodeForm({ next }: { next: string }) {
  const { form, button, faultOf } = useAction({
    send: (field) => signInWith("code", { code: field("code") }, next, wrong),
  });
  return (
    <form {...form}>
      <div className={account.fields}>
        <RequiredField
          label="Code"
          description="6 digits, or a recovery code"
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        <FormEnd fault={faultOf("form")} button={button}>
          Sign in
        </FormEnd>
      </div>
    </form>
  );
}
