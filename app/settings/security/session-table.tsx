"use client";

import { Button, Checkbox, Group } from "@mantine/core";
import { useState } from "react";
import account from "@/app/_components/account/account.module.css";
import { FormFault } from "@/app/_components/account/form-fault";
import { type ActionResult, useAction } from "@/app/_components/ui/action/use-action";
import { LocalTime } from "@/app/_components/ui/local-time";
import { RecordTable } from "@/app/_components/ui/records/record-table";
import { RowButton } from "@/app/_components/ui/records/row-button";
import { describeAgent } from "@/lib/text/describe-agent";

interface SessionTableProps {
  sessions: readonly { id: string; address: string; agent: string; seenAt: string; isThisOne: boolean }[];
  /** How many API tokens of the person work. */
  apiTokens: number;
  end: (which: string, endsTokens: boolean) => ActionResult;
}

/** Where the person is signed in. */
export function SessionTable({ sessions, apiTokens, end }: SessionTableProps) {
  const { run, isPending, fault } = useAction();
  const [endsTokens, setEndsTokens] = useState(true);
  const others = sessions.length > 1;
  const tokens = apiTokens === 1 ? "API token" : `${apiTokens} API tokens`;
  return (
    <>
      <p className={account.prose}>
        You are signed in on these browsers. If you do not recognise one, end its session and change your password.
      </p>
      <RecordTable
        label="Table of sessions"
        rows={sessions}
        columns={[
          { head: "Device", cell: ({ agent }) => describeAgent(agent) },
          { head: "Address", cell: ({ address }) => address },
          {
            head: "Last seen",
            cell: ({ isThisOne, seenAt }) => (isThisOne ? "This session" : <LocalTime at={seenAt} />),
          },
        ]}
        action={({ id, agent, address, isThisOne }) =>
          isThisOne ? null : (
            <RowButton
              words="End"
              of={`the session of ${describeAgent(agent)} at ${address}`}
              isDisabled={isPending}
              onClick={() => run(() => end(id, false))}
            />
          )
        }
      />
      <FormFault message={fault} />
      {others || apiTokens > 0 ? (
        <Group mt="md">
          <Button
            variant="default"
            disabled={isPending}
            onClick={() => run(() => end("others", endsTokens || !others))}
          >
            {others ? "End all other sessions" : `End my ${tokens}`}
          </Button>
          {others && apiTokens > 0 ? (
            <Checkbox
              label={`End my ${tokens} too`}
              checked={endsTokens}
              onChange={(event) => setEndsTokens(event.currentTarget.checked)}
            />
          ) : null}
        </Group>
      ) : null}
    </>
  );
}
