"use client";

import { Button } from "@mantine/core";
import { type ActionResult, useAction } from "@/app/_components/ui/action/use-action";
import { LocalTime } from "../ui/local-time";
import { Notice } from "../ui/notice";
import { FormFault } from "./form-fault";

interface PendingDeletionNoticeProps {
  account: string | null;
  organisations: readonly { id: string; name: string; dueAt: string; canKeep: boolean }[];
  keepAccount: () => ActionResult;
  keepOrganisation: (id: string) => ActionResult;
}

/** Pending deletions, each with a button to cancel it; empty where there are none. */
export function PendingDeletionNotice({
  account,
  organisations,
  keepAccount,
  keepOrganisation,
}: PendingDeletionNoticeProps) {
  const { run, isPending, fault } = useAction();
  if (account === null && organisations.length === 0) return null;
  return (
    <Notice tone="look">
      {account === null ? null : (
        <p>
          Your account is going to be deleted on <LocalTime at={account} isWhole />.{" "}
          <Button size="compact-xs" variant="default" disabled={isPending} onClick={() => run(keepAccount)}>
            Keep your account
          </Button>
        </p>
      )}
      {organisations.map(({ id, name, dueAt, canKeep }) => (
        <p key={id}>
          {name} is going to be deleted with all its models on <LocalTime at={dueAt} isWhole />.{" "}
          {canKeep ? (
            <Button
              size="compact-xs"
              variant="default"
              disabled={isPending}
              onClick={() => run(() => keepOrganisation(id))}
            >
              Keep {name}
            </Button>
          ) : null}
        </p>
      ))}
      <FormFault message={fault} />
    </Notice>
  );
}
