"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useConfirmed } from "@/app/_components/account/confirmation";
import { FormFault } from "@/app/_components/account/form-fault";
import { useForm } from "@/app/_components/account/use-form";
import { OneTimeLink } from "@/app/_components/ui/one-time-link";
import { Section } from "@/app/_components/ui/page/section";
import form from "@/app/models/[id]/share/share.module.css";
import type { Outcome } from "@/lib/outcome";
import type { OrganisationRole } from "@/lib/schemas/organisation";
import { roleNames } from "./role-words";

interface InviteMemberFormProps {
  organisationId: string;
  /** The roles that whoever looks may give. */
  roles: readonly OrganisationRole[];
  isMailSetUp: boolean;
  invite: (
    organisationId: string,
    given: { email: string; role: OrganisationRole },
  ) => Promise<Outcome<{ link: string; expiresAt: string; isMailed: boolean }>>;
}

/** Makes a one-time link into the organisation and shows it this once. */
export function InviteMemberForm({ organisationId, roles, isMailSetUp, invite }: InviteMemberFormProps) {
  const router = useRouter();
  const confirmed = useConfirmed();
  const [made, setMade] = useState<{ link: string; expiresAt: string; email: string; isMailed: boolean } | null>(null);
  const {
    form: sent,
    button,
    faultOf,
  } = useForm(async (field) => {
    const email = field("email");
    const role = roles.find((value) => value === field("role")) ?? "member";
    const outcome = await confirmed(() => invite(organisationId, { email, role }));
    if (!outcome.ok) return outcome.faults;
    setMade({ ...outcome, email: email.trim() });
    router.refresh();
    return [];
  });
  return (
    <Section title="Invite a colleague">
      <form {...sent} className={form.form}>
        <TextInput
          label="Email"
          name="email"
          type="email"
          autoComplete="off"
          required
          withAsterisk={false}
          className={form.email}
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
        <p className={form.hint}>
          {isMailSetUp ? "They are mailed a link, which is shown to you too." : "You get a link to send them yourself."}{" "}
          It works once, for whoever opens it while signed in; an account can be made on the way.
        </p>
      ) : (
        <OneTimeLink {...made} />
      )}
    </Section>
  );
}
