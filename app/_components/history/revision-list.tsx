"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Link } from "@/app/_components/ui/link";
import { Section } from "@/app/_components/ui/page/section";
import type { RestoreOutcome, RevisionCard } from "@/lib/draft/history";
import { routes } from "@/lib/routes";
import { inReadersMarks } from "@/lib/value/number-marks";
import { type ActionResult, useAction } from "../ui/action/use-action";
import { Notice } from "../ui/notice";
import styles from "./history.module.css";
import { RevisionNote } from "./revision-note";
import { RevisionTime } from "./revision-time";

interface RevisionListProps {
  modelId: string;
  /** The number of the newest revision: what the model shows. */
  newest: number;
  canEdit: boolean;
  page: { revisions: RevisionCard[]; hasNewer: boolean; hasOlder: boolean };
  restore: (modelId: string, number: number) => Promise<RestoreOutcome>;
  writeNote: (modelId: string, number: number, note: string) => ActionResult;
}

/** Every revision, the newest first: who saved it, when, and its result; to compare, restore and annotate. */
export function RevisionList({ modelId, newest, canEdit, page, restore, writeNote }: RevisionListProps) {
  const { revisions, hasNewer, hasOlder } = page;
  const [chosen, setChosen] = useState<{ from?: number; to?: number }>({});
  // Without a choice: what the newest of the page changed.
  const { from = revisions[1]?.number ?? null, to = revisions[0]?.number ?? null } = chosen;
  const [restored, setRestored] = useState<{ number: number; before: number } | null>(null);
  // The action's answer brings the list anew.
  const { run, isPending, fault } = useAction({ refresh: false });
  const oldest = revisions.at(-1)?.number;

  function bring(number: number) {
    return run(async () => {
      const outcome = await restore(modelId, number);
      if (outcome.ok) setRestored(outcome);
      return outcome;
    });
  }

  return (
    <Section
      title="Revisions"
      unit="saves close together are grouped"
      action={
        from === null || to === null || from === to ? undefined : (
          <Link data-off-paper href={`${routes.history(modelId)}?from=${Math.min(from, to)}&to=${Math.max(from, to)}`}>
            Compare {Math.min(from, to)} and {Math.max(from, to)}
          </Link>
        )
      }
    >
      <div role="status">
        {fault !== undefined ? (
          <Notice tone="wrong">
            <p>{fault}</p>
          </Notice>
        ) : restored === null ? null : (
          <Notice tone="plain">
            <p>
              Restored; the model now stands at revision {restored.number}.{" "}
              <Button size="compact-xs" variant="subtle" disabled={isPending} onClick={() => bring(restored.before)}>
                Undo
              </Button>
            </p>
          </Notice>
        )}
      </div>
      {revisions.length === 1 && !hasNewer && !hasOlder ? (
        <p className={styles.quiet} data-off-paper>
          This is how the model began. Change a figure: its former value appears here, and can be compared and brought
          back.
        </p>
      ) : null}
      <ol className={styles.list} reversed>
        {revisions.map((revision) => (
          <li key={revision.number} className={styles.revision}>
            <fieldset className={styles.pick} data-off-paper>
              <legend className={styles.unseen}>Compare revision {revision.number}</legend>
              <DisabledUntilHydrated>
                {Object.entries({ from, to }).map(([end, number]) => (
                  <label key={end}>
                    <input
                      type="radio"
                      name={end}
                      checked={number === revision.number}
                      onChange={() => setChosen({ ...chosen, [end]: revision.number })}
                    />
                    {end}
                  </label>
                ))}
              </DisabledUntilHydrated>
            </fieldset>
            <div className={styles.what}>
              <p className={styles.who}>
                <strong>Revision {revision.number}</strong>
                <span>{revision.author}</span>
                <RevisionTime revision={revision} />
                {revision.number === newest ? <span className={styles.tag}>as it stands</span> : null}
                {revision.restoredFrom === null ? null : (
                  <span className={styles.tag}>restored revision {revision.restoredFrom}</span>
                )}
                {revision.isLinked ? <span className={styles.tag}>shown by a link</span> : null}
              </p>
              <p className={styles.headline}>{inReadersMarks(revision.headline)}</p>
              <RevisionNote
                revision={revision}
                canWrite={canEdit && revision.isYours}
                write={(text) => writeNote(modelId, revision.number, text)}
              />
            </div>
            {canEdit && revision.number !== newest ? (
              <Button size="compact-xs" variant="default" disabled={isPending} onClick={() => bring(revision.number)}>
                Restore<span className={styles.unseen}> revision {revision.number}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {hasNewer || hasOlder ? (
        <nav className={styles.pager} aria-label="Pages">
          {hasNewer ? <Link href={routes.history(modelId)}>Newest</Link> : <span>Newest</span>}
          {hasOlder && oldest ? (
            <Link href={`${routes.history(modelId)}?before=${oldest}`}>Older</Link>
          ) : (
            <span>Older</span>
          )}
        </nav>
      ) : null}
    </Section>
  );
}
