"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useConfirmed } from "@/app/_components/account/confirmation";
import { FormFault } from "@/app/_components/account/form-fault";
import { OneTimeLink } from "@/app/_components/ui/one-time-link";
import { Section } from "@/app/_components/ui/page/section";
import { useAction } from "@/app/_components/ui/use-action";
import styles from "@/app/models/[id]/share/share.module.css";
import type { OrganisationRole } from "@/lib/organisations/roles";
import type { Outcome } from "@/lib/outcome";
import { roleNames } from "./role-words";

interface InviteMemberFormProps {
  organisationId: string;
  /** The roles that the signed-in person may give. */
  roles: readonly OrganisationRole[];
  isMailSetUp: boolean;
  invite: (
    organisationId: string,
    input: { email: string; role: OrganisationRole },
  ) => Promise<Outcome<{ link: string; expiresAt: string; isMailed: boolean }>>;
}

/** Makes a one-time link into the organisation and shows it this once. */
export function InviteMemberForm({ organisationId, roles, isMailSetUp, invite }: InviteMemberFormProps) {
  const confirmed = useConfirmed();
  const [made, setMade] = useState<{ link: string; expiresAt: string; email: string; isMailed: boolean } | null>(null);
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const email = field("email");
      const role = roles.find((value) => value === field("role")) ?? "member";
      const outcome = await confirmed(() => invite(organisationId, { email, role }));
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
        <NativeSelect
          label="Role"
          name="role"
          defaultValue="member"
          data={roles.map((value) => ({ value, label: roleNames[value] }))}
          error={faultOf("role")}
        />
        <Button {...button}>{isMailSetUp ? "Invite" : "Make a link"}</Button>
      </form>
      <FormFault message={faultOf("form")} />
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
