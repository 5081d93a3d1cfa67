"use client";

import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Dialog } from "@/app/_components/ui/page/dialog";
import dialog from "@/app/_components/ui/page/dialog.module.css";
import type { FigureContent, FigureRevision, LineContent } from "@/lib/draft/figures/organisation-figure";
import { isInputKey } from "@/lib/model/inputs";
import { isLineTable } from "@/lib/model/rows/line-tables";
import { rowName } from "@/lib/value/rows/row-words";
import type { FigureActions } from "./figure-actions";
import { besideWords, lineWords, valueWords } from "./figure-words";
import styles from "./figures.module.css";

/** What has a history: a figure or a line, also one that was removed. */
export interface WithHistory {
  id: string;
  /** "inputs", or the table of a line. */
  part: string;
  key: string;
  revision: number;
  name: string;
}

interface FigureHistoryProps {
  organisationId: string;
  of: WithHistory;
  canEdit: boolean;
  actions: FigureActions;
  onClose: () => void;
}

/** What a figure or a line was, who changed it and when; an earlier one can be brought back. */
export default function FigureHistory({ organisationId, of, canEdit, actions, onClose }: FigureHistoryProps) {
  const { listRevisions } = actions;
  const [revisions, setRevisions] = useState<readonly FigureRevision[] | null>(null);
  const { run, isPending, fault } = useAction({ failed: "Nothing was restored" });
  const [loadFault, setLoadFault] = useState<string>();
  useEffect(() => {
    listRevisions(organisationId, of.id).then(
      (outcome) => (outcome.ok ? setRevisions(outcome.revisions) : setLoadFault(outcome.faults[0]?.message)),
      () => setLoadFault("The history could not be read. Close this and open it again."),
    );
  }, [listRevisions, organisationId, of.id]);
  const restore = (number: number) =>
    run(async () => {
      const outcome = await actions.restore(organisationId, { id: of.id, revision: of.revision, number });
      if (outcome.ok) onClose();
      return outcome;
    });
  return (
    <Dialog title={`History of ${of.name}`} closeLabel="Close the history" onClose={onClose}>
      <div className={dialog.content}>
        {revisions === null && loadFault === undefined ? <p role="status">Reading the history…</p> : null}
        <ol className={styles.revisions} aria-label="Revisions, the newest first">
          {revisions?.map((revision, place) => (
            <li key={revision.number}>
              <Revision of={of} revision={revision} />
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

function Revision({ of, revision }: { of: WithHistory; revision: FigureRevision }) {
  const [head, ...beside] = contentWords(of, revision);
  return (
    <div>
      <strong>{head}</strong>
      <span className={styles.small}>
        {revision.author}, <LocalTime at={revision.at} />
        {revision.restoredFrom === null ? "" : ` · restored from revision ${revision.restoredFrom}`}
      </span>
      <span className={styles.small}>{beside.join(" · ")}</span>
    </div>
  );
}

/** What a revision stated: its head, and what stood beside it. */
function contentWords({ part, key }: WithHistory, { content }: FigureRevision): string[] {
  if (content === null) return ["Removed"];
  if (isLineTable(part)) {
    const line = content as LineContent;
    return [rowName(line.row), ...lineWords(part, line)];
  }
  const figure = content as FigureContent;
  return isInputKey(key) ? [valueWords(key, figure), ...besideWords(key, figure)] : [String(figure.value)];
}
