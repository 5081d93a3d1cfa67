"use client";

import { useState } from "react";
import account from "@/app/_components/account/account.module.css";
import { keepForMailedLink } from "@/app/_components/tried/kept-figures";
import { useAction } from "@/app/_components/ui/action/use-action";
import type { Outcome } from "@/lib/outcome";
import { EmailField } from "./account-fields";
import { FormEnd } from "./form-end";

interface AskLinkFormProps {
  button: string;
  /** How long the link works. */
  lasts: string;
  ask: (input: { email: string }) => Promise<Outcome>;
}

/** Asks for a link by mail. The answer does not tell whether the address has an account. */
export function AskLinkForm({ button: label, lasts, ask }: AskLinkFormProps) {
  const [address, setAddress] = useState<string | null>(null);
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const email = field("email").trim();
      const outcome = await ask({ email });
      if (!outcome.ok) return outcome;
      keepForMailedLink();
      setAddress(email);
      return outcome;
    },
    refresh: false,
  });
  if (address !== null) {
    return (
      <p role="status">
        If there is an account with the address {address}, a mail with a link is on its way. The link works once, within{" "}
        {lasts}. Check your spam folder too.
      </p>
    );
  }
  return (
    <form {...form}>
      <div className={account.fields}>
        <EmailField fault={faultOf("email")} />
        <FormEnd fault={faultOf("form")} button={button}>
          {label}
        </FormEnd>
      </div>
    </form>
  );
}
