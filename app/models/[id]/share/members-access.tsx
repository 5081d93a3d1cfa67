"use client";

import { Switch } from "@mantine/core";
import { FormFault } from "@/app/_components/account/form-fault";
import { type ActionResult, useAction } from "@/app/_components/ui/action/use-action";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import { Section } from "@/app/_components/ui/page/section";
import styles from "./share.module.css";

interface MembersAccessProps {
  modelId: string;
  organisationName: string;
  isPrivate: boolean;
  setPrivate: (modelId: string, isPrivate: boolean) => ActionResult;
}

/** What the organisation's members may do with the model without being named. */
export function MembersAccess({ modelId, organisationName, isPrivate, setPrivate }: MembersAccessProps) {
  const { run, isPending, fault } = useAction();
  const isMounted = useIsMounted();
  return (
    <Section title={`Members of ${organisationName}`}>
      <Switch
        label="Private"
        wrapperProps={{ "data-off-paper": true }}
        checked={isPrivate}
        disabled={isPending || !isMounted}
        onChange={(event) => {
          const chosen = event.currentTarget.checked;
          run(() => setPrivate(modelId, chosen));
        }}
      />
      <p className={styles.hint}>
        {isPrivate
          ? `Members of ${organisationName} see it only where they are named above.`
          : `Every member of ${organisationName} can read this model and comment on it; invite those who are to change it as editors. Viewers read comments and write none.`}
      </p>
      <FormFault message={fault} />
    </Section>
  );
}
