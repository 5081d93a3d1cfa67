"use client";

import account from "@/app/_components/account/account.module.css";
import { EmailField, NewPasswordField, RequiredField } from "@/app/_components/account/account-fields";
import { FormEnd } from "@/app/_components/account/form-end";
import { signInHere } from "@/app/_components/account/sign-in-here";
import { useAction } from "@/app/_components/ui/action/use-action";
import { signUpAction } from "./actions";

interface SignUpFormProps {
  invitation: string | null;
  next: string;
}

export function SignUpForm({ invitation, next }: SignUpFormProps) {
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const password = field("password");
      const email = field("email");
      const outcome = await signUpAction({ name: field("name"), email, password, ...(invitation && { invitation }) });
      return outcome.ok ? signInHere(email, password, next) : outcome;
    },
  });
  return (
    <form {...form}>
      <div className={account.fields}>
        <RequiredField label="Name" name="name" autoComplete="name" fault={faultOf("name")} />
        <EmailField fault={faultOf("email")} />
        <NewPasswordField fault={faultOf("password")} />
        <FormEnd fault={faultOf("form") ?? faultOf("invitation")} button={button}>
          Sign up
        </FormEnd>
      </div>
    </form>
  );
}
