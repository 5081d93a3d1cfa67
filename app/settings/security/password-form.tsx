"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import account from "@/app/_components/account/account.module.css";
import { FormFault } from "@/app/_components/account/form-fault";
import { useForm } from "@/app/_components/account/use-form";
import type { Fault } from "@/lib/schemas/model";

interface PasswordFormProps {
  hasPassword: boolean;
  /** What the person proves themselves with once more, or null where there is nothing. */
  askFor: string | null;
  set: (given: { present: string; password: string }) => Promise<{ ok: true } | { ok: false; faults: Fault[] }>;
}

export function PasswordForm({ hasPassword, askFor, set }: PasswordFormProps) {
  const router = useRouter();
  const [timesSet, setTimesSet] = useState(0);
  const { form, button, faultOf } = useForm(async (field) => {
    const outcome = await set({ present: field("present"), password: field("password") });
    if (!outcome.ok) return outcome.faults;
    setTimesSet(timesSet + 1);
    router.refresh();
    return [];
  });
  return (
    <form {...form} className={account.form}>
      <Stack gap="md" align="flex-start" key={timesSet}>
        {askFor === null ? null : (
          <TextInput
            label={askFor}
            name="present"
            type="password"
            autoComplete={hasPassword ? "current-password" : "one-time-code"}
            w="100%"
            error={faultOf("present")}
          />
        )}
        <TextInput
          label="New password"
          description="12 characters or more"
          name="password"
          type="password"
          autoComplete="new-password"
          w="100%"
          error={faultOf("password")}
        />
        <FormFault message={faultOf("form")} />
        <Button {...button} variant="default">
          {hasPassword ? "Change the password" : "Set a password"}
        </Button>
        {timesSet > 0 ? <p role="status">The password is set, and your other sessions have ended.</p> : null}
      </Stack>
    </form>
  );
}
