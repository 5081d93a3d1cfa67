"use client";

import { Stack, TextInput } from "@mantine/core";
import account from "@/app/_components/account/account.module.css";
import { FormEnd } from "@/app/_components/account/form-end";
import { useAction } from "@/app/_components/ui/action/use-action";
import type { Outcome } from "@/lib/outcome";

interface NameFormProps {
  name: string;
  rename: (input: { name: string }) => Promise<Outcome>;
}

export function NameForm({ name, rename }: NameFormProps) {
  const { form, button, faultOf, isDone } = useAction({ send: (field) => rename({ name: field("name") }) });
  return (
    <form {...form} className={account.form}>
      <Stack gap="md" align="flex-start">
        <TextInput label="Name" name="name" defaultValue={name} autoComplete="name" w="100%" error={faultOf("name")} />
        <FormEnd fault={faultOf("form")} button={button} isQuiet done={isDone && "Saved."}>
          Save the name
        </FormEnd>
      </Stack>
    </form>
  );
}
