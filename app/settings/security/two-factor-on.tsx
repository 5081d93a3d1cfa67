"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import account from "@/app/_components/account/account.module.css";
import { useConfirmed } from "@/app/_components/account/confirmation";
import { FormEnd } from "@/app/_components/account/form-end";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import { TextField } from "@/app/_components/ui/fields/written-fields";
import type { Outcome } from "@/lib/outcome";
import { RecoveryCodes } from "./recovery-codes";

interface AuthenticatorKey {
  size: number;
  path: string;
  key: string;
}

interface TwoFactorOnProps {
  begin: () => Promise<Outcome<AuthenticatorKey>>;
  confirm: (input: { code: string }) => Promise<Outcome<{ codes: string[] }>>;
}

/** Turns two-factor on: shows the key, asks for a first code, then shows the recovery codes. */
export function TwoFactorOn({ begin, confirm }: TwoFactorOnProps) {
  const router = useRouter();
  const confirmed = useConfirmed();
  const [key, setKey] = useState<AuthenticatorKey | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const start = useAction({
    send: async () => {
      const outcome = await confirmed(begin);
      if (!outcome.ok) return outcome;
      setKey(outcome);
      return outcome;
    },
    refresh: false,
  });
  if (codes !== null) return <RecoveryCodes codes={codes} onStored={() => router.refresh()} />;
  if (key !== null) return <ConfirmForm authenticator={key} confirm={confirm} onCodes={setCodes} />;
  return (
    <form {...start.form}>
      <div className={account.stack}>
        <p className={account.prose}>
          Off. When it is on, signing in with your password or a mailed link also takes a code of an authenticator app
          on your phone.
        </p>
        <FormFault message={start.faultOf("form")} />
        <Button {...start.button} variant="default">
          Turn on
        </Button>
      </div>
    </form>
  );
}

interface ConfirmFormProps {
  authenticator: AuthenticatorKey;
  confirm: TwoFactorOnProps["confirm"];
  onCodes: (codes: string[]) => void;
}

function ConfirmForm({ authenticator: { size, path, key }, confirm, onCodes }: ConfirmFormProps) {
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const outcome = await confirm({ code: field("code") });
      if (!outcome.ok) return outcome;
      onCodes(outcome.codes);
      return outcome;
    },
    refresh: false,
  });
  return (
    <div className={account.set}>
      <svg viewBox={`0 0 ${size} ${size}`} className={account.qr} role="img" aria-label="QR code of the key below">
        <path d={path} />
      </svg>
      <form {...form} className={account.steps}>
        <div className={account.stack}>
          <p>Scan this with your authenticator app, or type this key into it:</p>
          <p className={account.key} data-testid="authenticator-key">
            {key}
          </p>
          <TextField
            label="Code that the app shows"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            fault={faultOf("code")}
          />
          <FormEnd fault={faultOf("form")} button={button}>
            Turn on
          </FormEnd>
        </div>
      </form>
    </div>
  );
}
