"use client";

import { Stack } from "@mantine/core";
import { FormEnd } from "@/app/_components/account/form-end";
import { useAction } from "@/app/_components/ui/use-action";
import type { Outcome } from "@/lib/outcome";
import { routes } from "@/lib/routes";

interface NewAddressFormProps {
  token: string;
  change: (input: { token: string }) => Promise<Outcome>;
}

export function NewAddressForm({ token, change }: NewAddressFormProps) {
  const { form, button, faultOf } = useAction({
    send: async () => {
      const outcome = await change({ token });
      if (!outcome.ok) return outcome;
      window.location.assign(routes.profile);
      return null;
    },
  });
  return (
    <form {...form}>
      <Stack gap="md" align="flex-start">
        <FormEnd fault={faultOf("form") ?? faultOf("token")} button={button}>
          Use this address
        </FormEnd>
      </Stack>
    </form>
  );
}
