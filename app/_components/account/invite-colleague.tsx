import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useAction } from "@/app/_components/ui/action/use-action";
import { OneTimeLink } from "@/app/_components/ui/copying/one-time-link";
import { Section } from "@/app/_components/ui/page/section";
import type { Outcome } from "@/lib/outcome";
import { RequiredField } from "./account-fields";
import { FormFault } from "./form-fault";
import styles from "./invite-colleague.module.css";

export type Invited = Promise<Outcome<{ link: string; expiresAt: string; isMailed: boolean }>>;

interface InviteColleagueProps<Role extends string> {
  roles: readonly { value: Role; label: string }[];
  usualRole: Role;
  isMailSetUp: boolean;
  invite: (input: { email: string; role: Role }) => Invited;
}

/** Makes a one-time link for a colleague and shows it this once. */
export function InviteColleague<Role extends string>(props: InviteColleagueProps<Role>) {
  const { roles, usualRole, isMailSetUp, invite } = props;
  const [made, setMade] = useState<{ link: string; expiresAt: string; email: string; isMailed: boolean } | null>(null);
  const { form, button, faultOf } = useAction({
    send: async (field) => {
      const email = field("email");
      const role = roles.find(({ value }) => value === field("role"))?.value ?? usualRole;
      const outcome = await invite({ email, role });
      if (!outcome.ok) return outcome;
      setMade({ ...outcome, email: email.trim() });
      return outcome;
    },
  });
  return (
    <Section title="Invite a colleague">
      <form {...form} className={styles.form}>
        <RequiredField
          label="Email"
          name="email"
          type="email"
          autoComplete="off"
          className={styles.email}
          fault={faultOf("email")}
        />
        <NativeSelect label="Role" name="role" defaultValue={usualRole} data={roles} error={faultOf("role")} />
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
