"use client";

import { Button, CopyButton, NativeSelect, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { useForm } from "@/app/_components/account/use-form";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Notice } from "@/app/_components/ui/notice";
import { Section } from "@/app/_components/ui/section";
import type { Fault, SharedRole } from "@/lib/schemas/model";
import { roleChoices, roleOf } from "./role-words";
import styles from "./share.module.css";

interface InviteFormProps {
  modelId: string;
  invite: (
    modelId: string,
    given: { email: string; role: SharedRole },
  ) => Promise<{ ok: true; link: string; expiresAt: string } | { ok: false; faults: Fault[] }>;
}

/** Makes a one-time link for a colleague and shows it this once. */
export function InviteForm({ modelId, invite }: InviteFormProps) {
  const router = useRouter();
  const [made, setMade] = useState<{ link: string; expiresAt: string; email: string } | null>(null);
  const { form, button, faultOf } = useForm(async (field) => {
    const email = field("email");
    const outcome = await invite(modelId, { email, role: roleOf(field("role")) });
    if (!outcome.ok) return outcome.faults;
    setMade({ ...outcome, email: email.trim() });
    router.refresh();
    return [];
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
        <Button {...button}>Make a link</Button>
      </form>
      <FormFault message={faultOf("form") ?? faultOf("role")} />
      {made === null ? (
        <p className={styles.hint}>
          You get a link to send them yourself. It works once, for whoever opens it while signed in; an account can be
          made on the way.
        </p>
      ) : (
        <Notice tone="plain" title={`Send this link to ${made.email}`}>
          <div className={styles.link}>
            <TextInput
              aria-label="One-time link"
              value={made.link}
              readOnly
              className={styles.linkText}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton value={made.link} timeout={4_000}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? "Copied" : "Copy"}
                </Button>
              )}
            </CopyButton>
          </div>
          <p>
            It is shown only now, works once, and ends on <LocalTime at={made.expiresAt} />. Whoever has it can use it:
            send it where only they read.
          </p>
        </Notice>
      )}
    </Section>
  );
}
