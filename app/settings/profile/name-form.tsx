"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import account from "@/app/_components/account/account.module.css";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/use-action";
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
        <FormFault message={faultOf("form")} />
        <Button {...button} variant="default">
          Save the name
        </Button>
        {isDone ? <p role="status">Saved.</p> : null}
      </Stack>
    </form>
  );
}
