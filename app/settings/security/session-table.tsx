"use client";

import { Button, Checkbox, Group } from "@mantine/core";
import { useState } from "react";
import account from "@/app/_components/account/account.module.css";
import { FormFault } from "@/app/_components/account/form-fault";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { type ActionResult, useAction } from "@/app/_components/ui/use-action";
import table from "@/app/models/[id]/share/share.module.css";
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
      <Scroller label="Table of sessions">
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Device</th>
              <th scope="col">Address</th>
              <th scope="col">Last seen</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, address, agent, seenAt, isThisOne }) => (
              <tr key={id}>
                <th scope="row">{describeAgent(agent)}</th>
                <td data-label="Address">{address}</td>
                <td data-label="Last seen">{isThisOne ? "This session" : <LocalTime at={seenAt} />}</td>
                <td className={table.action}>
                  {isThisOne ? null : (
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={isPending}
                      aria-label={`End the session of ${describeAgent(agent)} at ${address}`}
                      onClick={() => run(() => end(id, false))}
                    >
                      End
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
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
