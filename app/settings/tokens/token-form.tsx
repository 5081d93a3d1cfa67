"use client";

import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useConfirmed } from "@/app/_components/account/confirmation";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import { ShownOnce } from "@/app/_components/ui/copying/shown-once";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Section } from "@/app/_components/ui/page/section";
import { type ApiScope, apiScopes, apiScopeWords } from "@/lib/organisations/api-scopes";
import type { Outcome } from "@/lib/outcome";
import styles from "./tokens.module.css";

interface TokenFormProps {
  organisationId: string;
  create: (
    organisationId: string,
    input: { name: string; scopes: ApiScope[]; days: 30 | 90 | 365 },
  ) => Promise<Outcome<{ token: string; expiresAt: string }>>;
}

const lifetimes = { "30": 30, "90": 90, "365": 365 } as const;

/** Makes a token and shows it this once. */
export function TokenForm({ organisationId, create }: TokenFormProps) {
  const confirmed = useConfirmed();
  const [made, setMade] = useState<{ token: string; expiresAt: string } | null>(null);
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const days = lifetimes[field("days") as keyof typeof lifetimes] ?? 30;
      const scopes = apiScopes.filter((scope) => field(scope) === "on");
      const outcome = await confirmed(() => create(organisationId, { name: field("name"), scopes, days }));
      if (!outcome.ok) return outcome;
      setMade(outcome);
      return outcome;
    },
  });
  return (
    <Section title="Make a token">
      <form {...form} className={styles.form}>
        <TextInput
          label="Name"
          name="name"
          placeholder="Monthly report"
          autoComplete="off"
          className={styles.name}
          error={faultOf("name")}
        />
        <NativeSelect
          label="Ends after"
          name="days"
          defaultValue="90"
          data={Object.keys(lifetimes).map((days) => ({ value: days, label: `${days} days` }))}
        />
        <fieldset className={styles.may}>
          <legend>The token may</legend>
          {apiScopes.map((scope) => (
            <Checkbox key={scope} name={scope} label={apiScopeWords[scope]} defaultChecked={scope === "models:read"} />
          ))}
        </fieldset>
        <Button {...button}>Make a token</Button>
      </form>
      <FormFault message={faultOf("form") ?? faultOf("scopes") ?? faultOf("days")} />
      {made === null ? null : (
        <ShownOnce title="Copy this token now" label="Token" value={made.token}>
          It is shown only now and ends on <LocalTime at={made.expiresAt} isWhole />. Anyone who has it can do what it
          may do: keep it as safe as a password.
        </ShownOnce>
      )}
    </Section>
  );
}
