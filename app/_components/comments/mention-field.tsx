"use client";

import { Combobox, useCombobox } from "@mantine/core";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import styles from "./comments.module.css";
import { mentionAt, type PersonLabel, peopleFor } from "./mention-text";

export interface MentionFieldProps {
  label: string;
  text: string;
  people: readonly PersonLabel[];
  isFocused?: boolean;
  onChange: (text: string) => void;
  onCancel?: () => void;
}

/**
 * A field of several lines that offers people after an @: arrows move, Enter or Tab takes, Escape leaves. The first is
 * marked, as in any completion list; without a match there is no list, and every key works as usual.
 */
export function MentionField({ label, text, people, isFocused, onChange, onCancel }: MentionFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const combobox = useCombobox();
  const [caret, setCaret] = useState(0);
  const [isDismissed, setDismissed] = useState(false);
  const [marked, setMarked] = useState(0);
  /** Where the caret goes once the text is drawn. */
  const [caretAfter, setCaretAfter] = useState<number | null>(null);
  const mention = isDismissed ? null : mentionAt(text, caret);
  const matches = mention === null ? [] : peopleFor(mention.query, people);
  // A person who has been chosen stands there in full: the list closes.
  const isOpen = mention !== null && matches.length > 0 && !matches.some((person) => person.label === mention.query);
  const at = Math.min(marked, matches.length - 1);

  useLayoutEffect(() => {
    if (caretAfter === null) return;
    field.current?.setSelectionRange(caretAfter, caretAfter);
    setCaretAfter(null);
  }, [caretAfter]);
  useLayoutEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);

  function take(person: PersonLabel | undefined) {
    if (mention === null || person === undefined) return;
    const before = `${text.slice(0, mention.from)}@${person.label} `;
    onChange(before + text.slice(caret).replace(/^ /, ""));
    setCaret(before.length);
    setCaretAfter(before.length);
    setDismissed(true);
    field.current?.focus();
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.form?.requestSubmit();
      return;
    }
    if (!isOpen) {
      if (event.key !== "Escape" || onCancel === undefined || text.trim() !== "") return;
      event.preventDefault();
      onCancel();
      return;
    }
    const keys: Record<string, () => void> = {
      ArrowDown: () => setMarked((at + 1) % matches.length),
      ArrowUp: () => setMarked((at + matches.length - 1) % matches.length),
      Enter: () => take(matches[at]),
      Tab: () => take(matches[at]),
      Escape: () => setDismissed(true),
    };
    const act = keys[event.key];
    if (act === undefined || event.shiftKey) return;
    event.preventDefault();
    act();
  }

  return (
    <Combobox
      store={{ ...combobox, dropdownOpened: isOpen }}
      onOptionSubmit={(id) => take(matches.find((person) => person.id === id))}
      classNames={{ option: styles.option ?? "" }}
      withinPortal={false}
      position="bottom-start"
    >
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <Combobox.DropdownTarget>
        <textarea
          ref={field}
          id={id}
          className={styles.field}
          rows={3}
          value={text}
          data-own-undo
          // A list that completes what is typed belongs to a combobox, also where it has several lines.
          role="combobox"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-people` : undefined}
          aria-activedescendant={isOpen ? `${id}-${matches[at]?.id}` : undefined}
          aria-describedby={`${id}-hint`}
          data-mantine-stop-propagation={isOpen || undefined}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            setCaret(event.currentTarget.selectionStart);
            setDismissed(false);
            setMarked(0);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onBlur={() => setDismissed(true)}
          onKeyDown={press}
        />
      </Combobox.DropdownTarget>
      <p id={`${id}-hint`} className={styles.hint}>
        {people.length > 0 ? "Type @ and a name to notify a person. " : ""}Ctrl+Enter sends.
      </p>
      <Combobox.Dropdown>
        <Combobox.Options id={`${id}-people`} aria-label="People">
          {matches.map((person, index) => (
            <Combobox.Option
              key={person.id}
              id={`${id}-${person.id}`}
              value={person.id}
              aria-selected={index === at}
              data-combobox-selected={index === at || undefined}
              onMouseDown={(event) => event.preventDefault()}
            >
              {person.label}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
