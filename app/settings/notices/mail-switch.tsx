"use client";

import { Switch } from "@mantine/core";
import { useState, useTransition } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { whatFailed } from "@/app/_components/ui/what-failed";

interface MailSwitchProps {
  isOn: boolean;
  email: string;
  set: (byMail: boolean) => Promise<{ ok: boolean }>;
}

export function MailSwitch({ isOn: saved, email, set }: MailSwitchProps) {
  const [isOn, setOn] = useState(saved);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [isBusy, startTransition] = useTransition();
  return (
    <>
      <DisabledUntilHydrated>
        <Switch
          label={`Mail notifications to ${email}`}
          checked={isOn}
          disabled={isBusy}
          onChange={(event) => {
            const next = event.currentTarget.checked;
            setOn(next);
            startTransition(async () => {
              const message = await set(next).then(
                (outcome) => (outcome.ok ? undefined : "It was not saved. Try again."),
                (error: unknown) => whatFailed(error, "It was not saved"),
              );
              if (message !== undefined) setOn(!next);
              setFault(message);
            });
          }}
        />
      </DisabledUntilHydrated>
      <FormFault message={fault} />
    </>
  );
}
