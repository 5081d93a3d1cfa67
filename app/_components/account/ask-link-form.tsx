"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useAction } from "@/app/_components/ui/use-action";
import type { Outcome } from "@/lib/outcome";
import { FormFault } from "./form-fault";

interface AskLinkFormProps {
  button: string;
  /** How long the link works. */
  lasts: string;
  ask: (given: { email: string }) => Promise<Outcome>;
}

/** Asks for a link by mail. What is said afterwards does not tell whether somebody has the address. */
export function AskLinkForm({ button: label, lasts, ask }: AskLinkFormProps) {
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const email = field("email").trim();
      const outcome = await ask({ email });
      if (!outcome.ok) return outcome;
      setAskedFor(email);
      return outcome;
    },
    refresh: false,
  });
  if (askedFor !== null) {
    return (
      <p role="status">
        If there is an account with the address {askedFor}, a mail with a link is on its way. The link works once,
        within {lasts}. Look in the folder for unwanted mail too.
      </p>
    );
  }
  return (
    <form {...form}>
      <Stack gap="md">
        <TextInput
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          error={faultOf("email")}
        />
        <FormFault message={faultOf("form")} />
        <Button {...button}>{label}</Button>
      </Stack>
    </form>
  );
}
