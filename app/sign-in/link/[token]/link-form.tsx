"use client";

import { Button, Stack } from "@mantine/core";
import { FormFault } from "@/app/_components/account/form-fault";
import { signInWith } from "@/app/_components/account/sign-in-here";
import { useForm } from "@/app/_components/account/use-form";
import { routes } from "@/lib/routes";

/** A button and not the opening of the link: programs that look through mails open links too. */
export function LinkForm({ token }: { token: string }) {
  const { form, button, faultOf } = useForm(() =>
    signInWith("link", { token }, routes.models, "This link has been used or has expired. Ask for a new one."),
  );
  return (
    <form {...form}>
      <Stack gap="md">
        <FormFault message={faultOf("form")} />
        <Button {...button}>Sign in</Button>
      </Stack>
    </form>
  );
}
