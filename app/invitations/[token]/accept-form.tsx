"use client";

import { Button, Stack } from "@mantine/core";
import { FormFault } from "@/app/_components/account/form-fault";
import { useForm } from "@/app/_components/account/use-form";
import { routes } from "@/lib/routes";
import { acceptInvitationAction } from "./actions";

export function AcceptForm({ token, name }: { token: string; name: string }) {
  const { form, button, faultOf } = useForm(async () => {
    const outcome = await acceptInvitationAction(token);
    if (!outcome.ok) return outcome.faults;
    window.location.assign(routes.model(outcome.modelId));
    return null;
  });
  return (
    <form {...form}>
      <Stack gap="md" align="flex-start">
        <FormFault message={faultOf("form")} />
        <Button {...button}>Accept as {name}</Button>
      </Stack>
    </form>
  );
}
