"use client";

import { Switch } from "@mantine/core";
import { useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { type ActionResult, useAction } from "@/app/_components/ui/action/use-action";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";

interface MailSwitchProps {
  isOn: boolean;
  email: string;
  set: (byMail: boolean) => ActionResult;
}

export function MailSwitch({ isOn: saved, email, set }: MailSwitchProps) {
  const [isOn, setOn] = useState(saved);
  const { run, isPending, fault } = useAction({ refresh: false, failed: "It was not saved" });

  async function change(next: boolean) {
    setOn(next);
    const outcome = await run(() => set(next));
    if (!outcome?.ok) setOn(!next);
  }

  return (
    <>
      <DisabledUntilHydrated>
        <Switch
          label={`Mail notifications to ${email}`}
          checked={isOn}
          disabled={isPending}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      </DisabledUntilHydrated>
      <FormFault message={fault} />
    </>
  );
}
