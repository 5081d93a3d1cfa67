"use client";

import { Button, NativeSelect } from "@mantine/core";
import { FormFault } from "@/app/_components/account/form-fault";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { type ActionResult, useAction } from "@/app/_components/ui/use-action";
import type { ModelRole, SharedRole } from "@/lib/draft/model";
import { roleChoices, roleOf } from "./role-words";
import styles from "./share.module.css";

export interface Person {
  name: string;
  email: string;
  isYou: boolean;
  role: ModelRole;
  shareId: string | null;
}

interface PeopleTableProps {
  modelId: string;
  people: readonly Person[];
  changeRole: (modelId: string, shareId: string, role: SharedRole) => ActionResult;
  remove: (modelId: string, shareId: string) => ActionResult;
}

/** Who has access, and what they may do. */
export function PeopleTable({ modelId, people, changeRole, remove }: PeopleTableProps) {
  const { run, isPending, fault } = useAction();
  const isMounted = useIsMounted();
  return (
    <Section title="People with access">
      <Scroller label="Table of people">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Email</th>
              <th scope="col">Role</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {people.map(({ name, email, isYou, role, shareId }) => (
              <tr key={`${email} ${shareId}`}>
                <th scope="row">
                  {name}
                  {isYou ? " (you)" : ""}
                </th>
                <td>{email}</td>
                <td>
                  {shareId === null || role === "owner" ? (
                    "Owner: can change and share"
                  ) : (
                    <NativeSelect
                      size="xs"
                      aria-label={`Role of ${name}`}
                      value={role}
                      // A choice made before hydration would be reset by it.
                      disabled={isPending || !isMounted}
                      data={roleChoices}
                      onChange={(event) => {
                        const chosen = roleOf(event.currentTarget.value);
                        run(() => changeRole(modelId, shareId, chosen));
                      }}
                    />
                  )}
                </td>
                <td className={styles.action}>
                  {shareId === null ? null : (
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={isPending}
                      aria-label={`Remove ${name}`}
                      onClick={() => run(() => remove(modelId, shareId))}
                    >
                      Remove
                    </Button>
                  )}
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
