"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import account from "@/app/_components/account/account.module.css";
import { FormFault } from "@/app/_components/account/form-fault";
import { useForm } from "@/app/_components/account/use-form";
import type { Outcome } from "@/lib/outcome";

interface NameFormProps {
  name: string;
  rename: (given: { name: string }) => Promise<Outcome>;
}

export function NameForm({ name, rename }: NameFormProps) {
  const router = useRouter();
  const [isSaved, setIsSaved] = useState(false);
  const { form, button, faultOf } = useForm(async (field) => {
    setIsSaved(false);
    const outcome = await rename({ name: field("name") });
    if (!outcome.ok) return outcome.faults;
    setIsSaved(true);
    router.refresh();
    return [];
  });
  return (
    <form {...form} className={account.form}>
      <Stack gap="md" align="flex-start">
        <TextInput label="Name" name="name" defaultValue={name} autoComplete="name" w="100%" error={faultOf("name")} />
        <FormFault message={faultOf("form")} />
        <Button {...button} variant="default">
          Save the name
        </Button>
        {isSaved ? <p role="status">Saved.</p> : null}
      </Stack>
    </form>
  );
}
