"use client";

import { Button, PasswordInput, Stack } from "@mantine/core";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import { routes } from "@/lib/routes";
import { unlockLinkAction } from "./actions";

/** Asks for the password of a link. */
export function PasswordForm({ token }: { token: string }) {
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const outcome = await unlockLinkAction(token, field("password"));
      if (!outcome.ok) return outcome;
      window.location.replace(routes.link(token));
      return null;
    },
  });
  return (
    <form {...form}>
      <Stack gap="md" align="stretch">
        <FormFault message={faultOf("form")} />
        <PasswordInput
          label="Password"
          name="password"
          // It is the link's, not the reader's: nothing to fill in, nothing to keep.
          autoComplete="off"
          required
          withAsterisk={false}
          error={faultOf("password")}
        />
        <div>
          <Button {...button}>Open the model</Button>
        </div>
      </Stack>
    </form>
  );
}
