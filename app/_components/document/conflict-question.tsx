"use client";

import { Button } from "@mantine/core";
import type { Place } from "@/lib/draft/place";
import styles from "./conflict-question.module.css";
import type { OpenConflict } from "./document-state";
import { partWords } from "./part-words";
import { placeName } from "./place-name";

interface ConflictQuestionProps {
  place: Place;
  conflict: OpenConflict;
  currency: string;
  /** Away from its field, the question names it. */
  isNamed?: boolean;
  /** What it means where nothing is set, in a scenario: the model's value. Else an input has its default, and a row is gone. */
  unset?: string;
  onKeepMine: (place: Place) => void;
  onTakeTheirs: (place: Place) => void;
}

/** Two people set the same thing: says who set what, and lets the person choose. */
export function ConflictQuestion(props: ConflictQuestionProps) {
  const { place, conflict, currency, isNamed = false, unset, onKeepMine, onTakeTheirs } = props;
  const { mine, theirs, by } = conflict;
  const name = placeName(place);
  /** What was done there, in the words for what was set and for what was typed. */
  const done = (value: unknown, verb: string) => {
    if (value === null) return "left it out";
    if (value !== undefined) return `${verb} ${partWords(place, value, currency)}`;
    return unset === undefined && place.kind !== "input" ? "removed it" : `set ${unset ?? "the default"}`;
  };
  return (
    <fieldset className={styles.question} aria-label={`${name}: yours or theirs`}>
      <p className={styles.words}>
        {isNamed ? <strong>{name}: </strong> : null}
        {by} {done(theirs, "set")}, you {done(mine, "typed")}.
      </p>
      <div className={styles.choices}>
        <Button size="compact-xs" onClick={() => onKeepMine(place)}>
          Keep yours
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onTakeTheirs(place)}>
          Take theirs
        </Button>
      </div>
    </fieldset>
  );
}
