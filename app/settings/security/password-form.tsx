"use client";

import { Checkbox } from "@mantine/core";
import { useState } from "react";
import account from "@/app/_components/account/account.module.css";
import { useConfirmed } from "@/app/_components/account/confirmation";
import { FormEnd } from "@/app/_components/account/form-end";
import { useAction } from "@/app/_components/ui/action/use-action";
import { TextField } from "@/app/_components/ui/fields/written-fields";
import type { Outcome } from "@/lib/outcome";

interface PasswordFormProps {
  hasPassword: boolean;
  /** What the person shows with that it is them; where there is nothing to type, signing in again. */
  way: "password" | "code" | "sign-in";
  /** How many API tokens of the person work. */
  apiTokens: number;
  set: (input: { present: string; password: string; endsTokens: boolean }) => Promise<Outcome>;
}

export function PasswordForm({ hasPassword, way, apiTokens, set }: PasswordFormProps) {
  const confirmed = useConfirmed();
  const [timesSet, setTimesSet] = useState(0);
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const input = {
        present: field("present"),
        password: field("password"),
        endsTokens: field("endsTokens") === "on",
      };
      const outcome = await confirmed(() => set(input));
      if (!outcome.ok) return outcome;
      setTimesSet(timesSet + 1);
      return outcome;
    },
  });
  return (
    <form {...form} className={account.form}>
      <div className={account.stack} key={timesSet}>
        {way === "sign-in" ? null : (
          <TextField
            label={way === "password" ? "Present password" : "Code of your authenticator"}
            name="present"
            type="password"
            autoComplete={hasPassword ? "current-password" : "one-time-code"}
            fault={faultOf("present")}
          />
        )}
        <TextField
          label="New password"
          description="12 characters or more"
          name="password"
          type="password"
          autoComplete="new-password"
          fault={faultOf("password")}
        />
        {apiTokens === 0 ? null : (
          <Checkbox
            name="endsTokens"
            label={`End my ${apiTokens === 1 ? "API token" : "API tokens"} too`}
            defaultChecked
          />
        )}
        <FormEnd
          fault={faultOf("form")}
          button={button}
          isQuiet
          done={timesSet > 0 && "The password is set, and your other sessions have ended."}
        >
          {hasPassword ? "Change the password" : "Set a password"}
        </FormEnd>
      </div>
    </form>
  );
}
