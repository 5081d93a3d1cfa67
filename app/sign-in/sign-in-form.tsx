"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { EmailField } from "@/app/_components/account/account-fields";
import { FormFault } from "@/app/_components/account/form-fault";
import { signInHere } from "@/app/_components/account/sign-in-here";
import { useAction } from "@/app/_components/ui/use-action";

export function SignInForm({ next }: { next: string }) {
  const { form, button, faultOf } = useAction({
    send: (field) => signInHere(field("email"), field("password"), next),
  });
  return (
    <form {...form}>
      <Stack gap="md">
        <EmailField />
        <TextInput
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
        />
        <FormFault message={faultOf("form")} />
        <Button {...button}>Sign in</Button>
      </Stack>
    </form>
  );
}
