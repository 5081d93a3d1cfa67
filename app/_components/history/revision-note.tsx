import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { longestRevisionNote, type RevisionCard } from "@/lib/draft/history";
import { type ActionResult, useAction } from "../ui/action/use-action";
import styles from "./history.module.css";

interface RevisionNoteProps {
  revision: RevisionCard;
  canWrite: boolean;
  write: (text: string) => ActionResult;
}

/** What its author notes on a revision. */
export function RevisionNote({ revision, canWrite, write }: RevisionNoteProps) {
  const [isOpen, setOpen] = useState(false);
  // The action's answer brings the list anew.
  const { form, button, fault } = useAction({
    refresh: false,
    send: async (field) => {
      const outcome = await write(field("note"));
      if (outcome.ok) setOpen(false);
      return outcome;
    },
  });
  if (!isOpen) {
    return (
      <div className={styles.note}>
        {revision.note === "" ? null : <p>{revision.note}</p>}
        {canWrite ? (
          <button type="button" className={styles.link} onClick={() => setOpen(true)}>
            {revision.note === "" ? "Add a note" : "Change the note"}
            <span className={styles.unseen}> on revision {revision.number}</span>
          </button>
        ) : null}
      </div>
    );
  }
  return (
    <form {...form} className={styles.note}>
      <Textarea
        size="xs"
        autosize
        minRows={2}
        label={`Note on revision ${revision.number}`}
        name="note"
        maxLength={longestRevisionNote}
        defaultValue={revision.note}
        error={fault}
      />
      <div className={styles.buttons}>
        <Button size="compact-xs" {...button}>
          Save the note
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
