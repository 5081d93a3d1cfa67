"use client";

import { Button, Stack } from "@mantine/core";
import { FormFault } from "@/app/_components/account/form-fault";
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
        <FormFault message={faultOf("form") ?? faultOf("token")} />
        <Button {...button}>Use this address</Button>
      </Stack>
    </form>
  );
}
