"use client";

import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import { TextField } from "@/app/_components/ui/fields/written-fields";
import { WrittenButton } from "@/app/_components/ui/menu/written-button";
import type { Outcome } from "@/lib/outcome";
import styles from "./organisation.module.css";

interface NameFormProps {
  label: string;
  button: string;
  name?: string;
  /** Gives the organisation the name, or makes one of the name. */
  send: (name: string) => Promise<Outcome>;
}

/** A name of an organisation and a button; what follows is a whole load, as the page's header shows the name too. */
export function NameForm({ label, button: words, name = "", send }: NameFormProps) {
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const outcome = await send(field("name"));
      if (!outcome.ok)
        return {
          ok: false,
          faults: outcome.faults.map((fault) => (fault.key === "form" ? { ...fault, key: "name" } : fault)),
        };
      window.location.reload();
      return null;
    },
  });
  return (
    <form {...form} className={styles.form}>
      <TextField
        label={label}
        name="name"
        defaultValue={name}
        autoComplete="organization"
        className={styles.name}
        fault={faultOf("name")}
      />
      <WrittenButton look={{ variant: name === "" ? "default" : undefined, size: "sm" }} {...button}>
        {words}
      </WrittenButton>
      <FormFault message={faultOf("form")} />
    </form>
  );
}
