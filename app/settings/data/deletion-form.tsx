"use client";

import { Button, TextInput } from "@mantine/core";
import { useConfirmed } from "@/app/_components/account/confirmation";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import type { Outcome } from "@/lib/outcome";
import styles from "./data.module.css";

interface DeletionFormProps {
  label: string;
  field: "name" | "email";
  button: string;
  submit: (text: string) => Promise<Outcome>;
}

/** Deletes after what is to be deleted was typed out: a click alone may be a slip. */
export function DeletionForm({ label, field, button: words, submit }: DeletionFormProps) {
  const confirmed = useConfirmed();
  const { form, button, faultOf } = useAction({
    send: (typed) => confirmed(() => submit(typed(field))),
  });
  return (
    <>
      <form {...form} className={styles.form}>
        <TextInput label={label} name={field} autoComplete="off" className={styles.typed} error={faultOf(field)} />
        <Button {...button} variant="default" className={styles.delete}>
          {words}
        </Button>
      </form>
      <FormFault message={faultOf("form")} />
    </>
  );
}
