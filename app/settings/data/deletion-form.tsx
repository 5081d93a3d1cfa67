"use client";

import { Button, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useConfirmed } from "@/app/_components/account/confirmation";
import { FormFault } from "@/app/_components/account/form-fault";
import { useForm } from "@/app/_components/account/use-form";
import type { Outcome } from "@/lib/outcome";
import styles from "./data.module.css";

interface DeletionFormProps {
  label: string;
  field: "name" | "email";
  button: string;
  submit: (typed: string) => Promise<Outcome>;
}

/** Deletes after what is to be deleted was typed out: a click alone may be a slip. */
export function DeletionForm({ label, field, button: words, submit }: DeletionFormProps) {
  const router = useRouter();
  const confirmed = useConfirmed();
  const { form, button, faultOf } = useForm(async (value) => {
    const outcome = await confirmed(() => submit(value(field)));
    if (!outcome.ok) return outcome.faults;
    router.refresh();
    return [];
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
