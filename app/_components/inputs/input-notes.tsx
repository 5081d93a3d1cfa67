"use client";

import { useId } from "react";
import type { ModelChange } from "@/app/_components/document/model-kind";
import { SourceText } from "@/app/_components/ui/source-text";
import type { InputNote } from "@/lib/draft/model";
import { noteFault } from "@/lib/draft/note-fault";
import { type NoteText, notePlace } from "@/lib/draft/place";
import { type InputKey, input } from "@/lib/model/inputs";
import { sourceParts } from "@/lib/references/source-parts";
import styles from "./fields.module.css";
import { FieldFault } from "./frame/field-fault";
import { useTyped } from "./use-typed";

interface InputNotesProps {
  inputKey: InputKey;
  given: InputNote | undefined;
  version: number;
  readOnly: boolean;
  onChange: (change: ModelChange) => void;
}

/** What someone wrote beside an input: a note, and where its figure is from. */
export function InputNotes(props: InputNotesProps) {
  return (
    <div className={styles.notes}>
      <NoteArea {...props} field="note" />
      <NoteArea {...props} field="source" />
    </div>
  );
}

const names = { note: "Note", source: "Source" };

function NoteArea({ inputKey, given, version, readOnly, onChange, field }: InputNotesProps & { field: NoteText }) {
  const id = useId();
  const [text, setText] = useTyped(version, null);
  const stored = given?.[field] ?? "";
  const shown = text ?? stored;
  const fault = noteFault(`A ${field}`, shown);
  if (readOnly) {
    return stored === "" ? null : (
      <p>
        {names[field]}: <SourceText text={stored} isOwn />
      </p>
    );
  }
  return (
    <div>
      <label htmlFor={id}>
        {names[field]}
        <span className={styles.hidden}> on {input[inputKey].label}</span>
      </label>
      <textarea
        id={id}
        className={styles.note}
        rows={field === "note" ? 2 : 1}
        value={shown}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setText(typed);
          if (noteFault(field, typed) === undefined)
            onChange({ kind: "put", place: notePlace(inputKey, field), value: typed });
        }}
        onBlur={() => {
          if (fault === undefined) setText(null);
          onChange({ kind: "leave" });
        }}
      />
      {/* In a field an address is text; here it leads somewhere. */}
      {sourceParts(stored).some(({ href }) => href !== undefined) ? (
        <p className={styles.links}>
          <SourceText text={stored} isOwn />
        </p>
      ) : null}
      <FieldFault id={id} fault={fault} />
    </div>
  );
}
