"use client";

import { Button, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import account from "@/app/_components/account/account.module.css";
import { FormFault } from "@/app/_components/account/form-fault";
import { useForm } from "@/app/_components/account/use-form";
import type { Fault } from "@/lib/schemas/model";
import { RecoveryCodes } from "./recovery-codes";

interface TwoFactorOffProps {
  codesLeft: number;
  /** What the person proves themselves with once more. */
  askFor: string;
  turnOff: (given: { present: string }) => Promise<{ ok: true } | { ok: false; faults: Fault[] }>;
  makeCodes: (given: { present: string }) => Promise<{ ok: true; codes: string[] } | { ok: false; faults: Fault[] }>;
}

/** What there is to do while two-factor is on: turn it off, or make new recovery codes. */
export function TwoFactorOff({ codesLeft, askFor, turnOff, makeCodes }: TwoFactorOffProps) {
  const router = useRouter();
  const [codes, setCodes] = useState<string[] | null>(null);
  const wanted = useRef<"off" | "codes">("off");
  const { form, button, faultOf } = useForm(async (field) => {
    const present = field("present");
    if (wanted.current === "codes") {
      const outcome = await makeCodes({ present });
      if (!outcome.ok) return outcome.faults;
      setCodes(outcome.codes);
      return [];
    }
    const outcome = await turnOff({ present });
    if (!outcome.ok) return outcome.faults;
    router.refresh();
    return [];
  });
  if (codes !== null) {
    const done = () => {
      setCodes(null);
      router.refresh();
    };
    return <RecoveryCodes codes={codes} onKept={done} />;
  }
  return (
    <form {...form} className={account.form}>
      <Stack gap="md" align="flex-start">
        <p>On. {codesLeft === 1 ? "1 recovery code is left." : `${codesLeft} recovery codes are left.`}</p>
        <TextInput
          label={askFor}
          name="present"
          type="password"
          autoComplete="current-password"
          w="100%"
          error={faultOf("present")}
        />
        <FormFault message={faultOf("form")} />
        <div className={account.buttons}>
          <Button
            {...button}
            variant="default"
            onClick={() => {
              wanted.current = "off";
            }}
          >
            Turn off
          </Button>
          <Button
            {...button}
            variant="default"
            onClick={() => {
              wanted.current = "codes";
            }}
          >
            Make new recovery codes
          </Button>
        </div>
      </Stack>
    </form>
  );
}
