"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { OneTimeLink } from "@/app/_components/ui/one-time-link";
import { Section } from "@/app/_components/ui/page/section";
import { useAction } from "@/app/_components/ui/use-action";
import type { SharedRole } from "@/lib/draft/model";
import type { Outcome } from "@/lib/outcome";
import { roleChoices, roleOf } from "./role-words";
import styles from "./share.module.css";

interface InviteFormProps {
  modelId: string;
  isMailSetUp: boolean;
  invite: (
    modelId: string,
    input: { email: string; role: SharedRole },
  ) => Promise<Outcome<{ link: string; expiresAt: string; isMailed: boolean }>>;
}

/** Makes a one-time link for a colleague and shows it this once. */
export function InviteForm({ modelId, isMailSetUp, invite }: InviteFormProps) {
  const [made, setMade] = useState<{ link: string; expiresAt: string; email: string; isMailed: boolean } | null>(null);
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const email = field("email");
      const outcome = await invite(modelId, { email, role: roleOf(field("role")) });
      if (!outcome.ok) return outcome;
      setMade({ ...outcome, email: email.trim() });
      return outcome;
    },
  });
  return (
    <Section title="Invite a colleague">
      <form {...form} className={styles.form}>
        <TextInput
          label="Email"
          name="email"
          type="email"
          autoComplete="off"
          required
          withAsterisk={false}
          className={styles.email}
          error={faultOf("email")}
        />
        <NativeSelect label="Role" name="role" data={roleChoices} />
        <Button {...button}>{isMailSetUp ? "Invite" : "Make a link"}</Button>
      </form>
      <FormFault message={faultOf("form") ?? faultOf("role")} />
      {made === null ? (
        <p className={styles.hint}>
          {isMailSetUp ? "They are mailed a link, which is shown to you too." : "You get a link to send them yourself."}{" "}
          It works once, for the first signed-in person who accepts it; an account can be made on the way.
        </p>
      ) : (
        <OneTimeLink {...made} />
      )}
    </Section>
  );
}
