"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import account from "@/app/_components/account/account.module.css";
import { useConfirmed } from "@/app/_components/account/confirmation";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import type { Outcome } from "@/lib/outcome";
import { RecoveryCodes } from "./recovery-codes";

interface TwoFactorOffProps {
  codesLeft: number;
  turnOff: () => Promise<Outcome>;
  makeCodes: () => Promise<Outcome<{ codes: string[] }>>;
}

/** What there is to do while two-factor is on: turn it off, or make new recovery codes. */
export function TwoFactorOff({ codesLeft, turnOff, makeCodes }: TwoFactorOffProps) {
  const router = useRouter();
  const confirmed = useConfirmed();
  const [codes, setCodes] = useState<string[] | null>(null);
  const next = useRef<"off" | "codes">("off");
  const { form, button, faultOf } = useAction({
    send: async () => {
      if (next.current === "codes") {
        const outcome = await confirmed(makeCodes);
        if (!outcome.ok) return outcome;
        setCodes(outcome.codes);
        return outcome;
      }
      const outcome = await confirmed(turnOff);
      return outcome;
    },
  });
  if (codes !== null) {
    const finish = () => {
      setCodes(null);
      router.refresh();
    };
    return <RecoveryCodes codes={codes} onStored={finish} />;
  }
  return (
    <form {...form} className={account.form}>
      <div className={account.stack}>
        <p>On. {codesLeft === 1 ? "1 recovery code is left." : `${codesLeft} recovery codes are left.`}</p>
        <FormFault message={faultOf("form")} />
        <div className={account.buttons}>
          <Button
            {...button}
            variant="default"
            onClick={() => {
              next.current = "off";
            }}
          >
            Turn off
          </Button>
          <Button
            {...button}
            variant="default"
            onClick={() => {
              next.current = "codes";
            }}
          >
            Make new recovery codes
          </Button>
        </div>
      </div>
    </form>
  );
}
