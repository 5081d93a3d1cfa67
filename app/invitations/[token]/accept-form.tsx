"use client";

import { Stack } from "@mantine/core";
import { FormEnd } from "@/app/_components/account/form-end";
import { useAction } from "@/app/_components/ui/use-action";
import type { Outcome } from "@/lib/outcome";

interface AcceptFormProps {
  token: string;
  name: string;
  accept: (token: string) => Promise<Outcome<{ next: string }>>;
}

export function AcceptForm({ token, name, accept }: AcceptFormProps) {
  const { form, button, faultOf } = useAction({
    send: async () => {
      const outcome = await accept(token);
      if (!outcome.ok) return outcome;
      window.location.assign(outcome.next);
      return null;
    },
  });
  return (
    <form {...form}>
      <Stack gap="md" align="flex-start">
        <FormEnd fault={faultOf("form")} button={button}>
          Accept as {name}
        </FormEnd>
      </Stack>
    </form>
  );
}
