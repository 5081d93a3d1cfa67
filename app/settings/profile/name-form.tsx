"use client";

import account from "@/app/_components/account/account.module.css";
import { FormEnd } from "@/app/_components/account/form-end";
import { useAction } from "@/app/_components/ui/action/use-action";
import { TextField } from "@/app/_components/ui/fields/written-fields";
import type { Outcome } from "@/lib/outcome";

interface NameFormProps {
  name: string;
  rename: (input: { name: string }) => Promise<Outcome>;
}

export function NameForm({ name, rename }: NameFormProps) {
  const { form, button, faultOf, isDone } = useAction({ send: (field) => rename({ name: field("name") }) });
  return (
    <form {...form} className={account.form}>
      <div className={account.stack}>
        <TextField label="Name" name="name" defaultValue={name} autoComplete="name" fault={faultOf("name")} />
        <FormEnd fault={faultOf("form")} button={button} isQuiet done={isDone && "Saved."}>
          Save the name
        </FormEnd>
      </div>
    </form>
  );
}
