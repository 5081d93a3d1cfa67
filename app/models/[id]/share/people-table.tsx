"use client";

import type { ReactNode } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { RoleSelect } from "@/app/_components/account/role-select";
import { type ActionResult, useAction } from "@/app/_components/ui/action/use-action";
import { Section } from "@/app/_components/ui/page/section";
import { RecordTable } from "@/app/_components/ui/records/record-table";
import { RowButton } from "@/app/_components/ui/records/row-button";
import type { ModelRole, SharedRole } from "@/lib/draft/model";
import { roleChoices } from "./role-words";

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
  /** Links to the other pages of them. */
  pager: ReactNode;
  changeRole: (modelId: string, shareId: string, role: SharedRole) => ActionResult;
  remove: (modelId: string, shareId: string) => ActionResult;
}

/** Who has access, and what they may do. */
export function PeopleTable({ modelId, people, pager, changeRole, remove }: PeopleTableProps) {
  const { run, isPending, fault } = useAction();
  const roleCell = ({ name, role, shareId }: Person) =>
    shareId === null || role === "owner" ? (
      "Owner: can change and share"
    ) : (
      <RoleSelect
        name={name}
        role={role}
        roles={roleChoices}
        isDisabled={isPending}
        onChoose={(chosen) => run(() => changeRole(modelId, shareId, chosen))}
      />
    );
  return (
    <Section title="People with access" anchor="people">
      <RecordTable
        label="Table of people"
        rows={people}
        keyOf={({ email, shareId }) => `${email} ${shareId}`}
        columns={[
          { head: "Name", cell: ({ name, isYou }) => (isYou ? `${name} (you)` : name) },
          { head: "Email", cell: ({ email }) => email, speaksForItself: true },
          { head: "Role", cell: roleCell, speaksForItself: true },
        ]}
        action={({ name, shareId }) =>
          shareId === null ? null : (
            <RowButton
              words="Remove"
              of={name}
              isDisabled={isPending}
              onClick={() => run(() => remove(modelId, shareId))}
            />
          )
        }
      />
      {pager}
      <FormFault message={fault} />
    </Section>
  );
}
