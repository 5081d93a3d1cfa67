"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { FormFault } from "@/app/_components/account/form-fault";
import { signInHere } from "@/app/_components/account/sign-in-here";
import { useAction } from "@/app/_components/ui/use-action";
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
      <Stack gap="md">
        <TextInput label="Name" name="name" autoComplete="name" required withAsterisk={false} error={faultOf("name")} />
        <TextInput
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          error={faultOf("email")}
        />
        <TextInput
          label="Password"
          description="12 characters or more"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          withAsterisk={false}
          error={faultOf("password")}
        />
        <FormFault message={faultOf("form") ?? faultOf("invitation")} />
        <Button {...button}>Sign up</Button>
      </Stack>
    </form>
  );
}
