"use client";

import { Stack, TextInput } from "@mantine/core";
import { NewPasswordField } from "@/app/_components/account/account-fields";
import { FormEnd } from "@/app/_components/account/form-end";
import { signInHere } from "@/app/_components/account/sign-in-here";
import { useAction } from "@/app/_components/ui/action/use-action";
import { routes } from "@/lib/routes";
import { resetPasswordAction } from "./actions";

export function ResetForm({ token, email }: { token: string; email: string }) {
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const password = field("password");
      const outcome = await resetPasswordAction({ token, password });
      return outcome.ok ? signInHere(email, password, routes.models) : outcome;
    },
  });
  return (
    <form {...form}>
      <Stack gap="md">
        <p>Setting a new password signs you out everywhere else.</p>
        <TextInput label="Email" name="email" value={email} readOnly autoComplete="username" />
        <NewPasswordField fault={faultOf("password")} />
        <FormEnd fault={faultOf("form") ?? faultOf("token")} button={button}>
          Set the password
        </FormEnd>
      </Stack>
    </form>
  );
}
