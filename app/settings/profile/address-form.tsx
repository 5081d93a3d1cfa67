"use client";

import { useState } from "react";
import account from "@/app/_components/account/account.module.css";
import { useConfirmed } from "@/app/_components/account/confirmation";
import { FormEnd } from "@/app/_components/account/form-end";
import { useAction } from "@/app/_components/ui/action/use-action";
import { TextField } from "@/app/_components/ui/fields/written-fields";
import type { Outcome } from "@/lib/outcome";

interface AddressFormProps {
  ask: (input: { email: string }) => Promise<Outcome>;
}

/** Asks for a link to a new address; the address stays until the link is followed. */
export function AddressForm({ ask }: AddressFormProps) {
  const confirmed = useConfirmed();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const email = field("email").trim();
      const outcome = await confirmed(() => ask({ email }));
      if (!outcome.ok) return outcome;
      setSentTo(email);
      return outcome;
    },
    refresh: false,
  });
  if (sentTo !== null) {
    return (
      <p role="status" className={account.prose}>
        A mail with a link is on its way to {sentTo}. Open it in this browser within an hour; until then your address
        stays as it is.
      </p>
    );
  }
  return (
    <form {...form} className={account.form}>
      <div className={account.stack}>
        <TextField label="New address" name="email" type="email" autoComplete="off" fault={faultOf("email")} />
        <FormEnd fault={faultOf("form")} button={button} isQuiet>
          Mail a link to the new address
        </FormEnd>
      </div>
    </form>
  );
}
