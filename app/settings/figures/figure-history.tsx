"use client";

import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Dialog } from "@/app/_components/ui/page/dialog";
import dialog from "@/app/_components/ui/page/dialog.module.css";
import { useAction } from "@/app/_components/ui/use-action";
import type { FigureContent, FigureRevision, OrganisationFigure } from "@/lib/draft/figures/organisation-figure";
import { type InputKey, input } from "@/lib/model/inputs";
import { formatDay } from "@/lib/value/calendar";
import { inputName } from "@/lib/value/input-name";
import { evidenceWords } from "@/lib/value/range-words";
import type { FigureActions } from "./figure-actions";
import { rangeWords, valueWords } from "./figure-words";
import styles from "./figures.module.css";

interface FigureHistoryProps {
  organisationId: string;
  figure: OrganisationFigure;
  canEdit: boolean;
  actions: FigureActions;
  onClose: () => void;
}

/** What a figure was, who changed it and when; an earlier one can be brought back. */
export default function FigureHistory({ organisationId, figure, canEdit, actions, onClose }: FigureHistoryProps) {
  const { listRevisions } = actions;
  const [revisions, setRevisions] = useState<readonly FigureRevision[] | null>(null);
  const { run, isPending, fault } = useAction({ failed: "The figure was not restored" });
  const [loadFault, setLoadFault] = useState<string>();
  useEffect(() => {
    listRevisions(organisationId, figure.id).then(
      (outcome) => (outcome.ok ? setRevisions(outcome.revisions) : setLoadFault(outcome.faults[0]?.message)),
      () => setLoadFault("The history could not be read. Close this and open it again."),
    );
  }, [listRevisions, organisationId, figure.id]);
  const restore = (number: number) =>
    run(async () => {
      const outcome = await actions.restore(organisationId, { id: figure.id, revision: figure.revision, number });
      if (outcome.ok) onClose();
      return outcome;
    });
  return (
    <Dialog title={`History of ${inputName(input[figure.key])}`} closeLabel="Close the history" onClose={onClose}>
      <div className={dialog.content}>
        {revisions === null && loadFault === undefined ? <p role="status">Reading the history…</p> : null}
        <ol className={styles.revisions} aria-label="Revisions, the newest first">
          {revisions?.map((revision, place) => (
            <li key={revision.number}>
              <div>
                <strong>{wordsOf(figure.key, revision)}</strong>
                <span className={styles.small}>
                  {revision.author}, <LocalTime at={revision.at} />
                  {revision.restoredFrom === null ? "" : ` · restored from revision ${revision.restoredFrom}`}
                </span>
                <span className={styles.small}>{besideWords(figure.key, revision)}</span>
              </div>
              {canEdit && place > 0 && revision.content !== null ? (
                <Button
                  size="compact-xs"
                  variant="default"
                  className={styles.restore}
                  disabled={isPending}
                  aria-label={`Restore revision ${revision.number}`}
                  onClick={() => restore(revision.number)}
                >
                  Restore
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
        <FormFault message={fault ?? loadFault} />
      </div>
    </Dialog>
  );
}

function wordsOf(key: InputKey, { content }: FigureRevision): string {
  return content === null ? "Removed" : valueWords(key, content as FigureContent);
}

function besideWords(key: InputKey, { content }: FigureRevision): string {
  if (content === null) return "";
  const { evidence, source, owner, validFrom, reviewBy, note } = content as FigureContent;
  return [
    rangeWords(key, content as FigureContent),
    evidence && evidenceWords[evidence],
    source && `source: ${source}`,
    owner && `owner: ${owner}`,
    validFrom && `valid from ${formatDay(validFrom)}`,
    reviewBy && `review by ${formatDay(reviewBy)}`,
    note,
  ]
    .filter(Boolean)
    .join(" · ");
}
