"use client";

import { Button } from "@mantine/core";
import { FormFault } from "@/app/_components/account/form-fault";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { type ActionResult, useAction } from "@/app/_components/ui/use-action";
import type { SharedRole } from "@/lib/draft/model";
import { roleWords } from "./role-words";
import styles from "./share.module.css";

interface PendingTableProps {
  modelId: string;
  invitations: readonly {
    id: string;
    email: string;
    role: SharedRole;
    expiresAt: string;
    invitedBy: string;
  }[];
  revoke: (modelId: string, invitationId: string) => ActionResult;
}

/** Invitations that were not yet used; empty where there are none. */
export function PendingTable({ modelId, invitations, revoke }: PendingTableProps) {
  const { run, isPending, fault } = useAction();
  if (invitations.length === 0) return <FormFault message={fault} />;
  return (
    <Section title="Links not used yet">
      <Scroller label="Table of links">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Made for</th>
              <th scope="col">Role</th>
              <th scope="col">By</th>
              <th scope="col">Ends</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {invitations.map(({ id, email, role, expiresAt, invitedBy }) => (
              <tr key={id}>
                <th scope="row">{email}</th>
                <td>{roleWords[role]}</td>
                <td data-label="By">{invitedBy}</td>
                <td data-label="Ends">
                  <LocalTime at={expiresAt} isWhole />
                </td>
                <td className={styles.action}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={isPending}
                    aria-label={`Revoke the link for ${email}`}
                    onClick={() => run(() => revoke(modelId, id))}
                  >
                    Revoke
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <FormFault message={fault} />
    </Section>
  );
}
