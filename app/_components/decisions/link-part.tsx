"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import { ShownOnce } from "@/app/_components/ui/copying/shown-once";
import { useIsMounted } from "@/app/_components/ui/hydration/use-is-mounted";
import { LocalTime } from "@/app/_components/ui/local-time";
import { RowButton } from "@/app/_components/ui/records/row-button";
import type { Outcome } from "@/lib/outcome";
import { Part } from "./part";
import styles from "./record.module.css";

interface LinkPartProps {
  modelId: string;
  number: number;
  links: readonly { id: string; createdAt: string; expiresAt: string }[];
  create: (modelId: string, number: number) => Promise<Outcome<{ link: string; expiresAt: string }>>;
  revoke: (modelId: string, id: string) => Promise<Outcome>;
}

/** Moves the focus to the new link; called once, as the field appears. */
const focus = (field: HTMLInputElement | null) => field?.focus();

/** Links to this record alone. */
export function LinkPart({ modelId, number, links, create, revoke }: LinkPartProps) {
  const { run, isPending, fault } = useAction();
  const isMounted = useIsMounted();
  const [made, setMade] = useState<{ link: string; expiresAt: string } | null>(null);
  const make = () =>
    run(async () => {
      const outcome = await create(modelId, number);
      if (outcome.ok) setMade(outcome);
      return outcome;
    });
  return (
    <div className={styles.links}>
      <Part title="Links to this record">
        <p className={styles.hint}>
          Anyone with a link reads the words, the people and the results of this record, without an account, for 90
          days. The inputs and the model stay hidden.
        </p>
        {links.length === 0 ? null : (
          <ul>
            {links.map(({ id, createdAt, expiresAt }) => (
              <li key={id}>
                Made <LocalTime at={createdAt} />, open until <LocalTime at={expiresAt} />{" "}
                <RowButton
                  words="Revoke"
                  of={`the link that is open until ${expiresAt.slice(0, 10)}`}
                  isDisabled={isPending}
                  onClick={() => run(() => revoke(modelId, id))}
                />
              </li>
            ))}
          </ul>
        )}
        <Button variant="default" size="xs" disabled={!isMounted} loading={isPending} onClick={make}>
          Make a link to this record
        </Button>
        <FormFault message={fault} />
        {made === null ? null : (
          <ShownOnce title="Copy this link now" label="Link to the record" value={made.link} fieldRef={focus}>
            It is shown only now, and opens until <LocalTime at={made.expiresAt} isWhole />.
          </ShownOnce>
        )}
      </Part>
    </div>
  );
}
