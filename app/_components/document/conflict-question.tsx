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
  /** What it means where an input is not set: the default, but in a scenario the model's value. */
  unset?: string;
  onKeepMine: (place: Place) => void;
  onTakeTheirs: (place: Place) => void;
}

/** Two people set the same thing: says who set what, and lets the person choose. */
export function ConflictQuestion(props: ConflictQuestionProps) {
  const { place, conflict, currency, isNamed = false, unset = "the default", onKeepMine, onTakeTheirs } = props;
  const { mine, theirs, by } = conflict;
  const removed = place.kind === "input" ? `set ${unset}` : "removed it";
  const name = placeName(place);
  const [there, here] = [theirs, mine].map((value) => partWords(place, value, currency));
  return (
    <fieldset className={styles.question} aria-label={`${name}: yours or theirs`}>
      <p className={styles.words}>
        {isNamed ? <strong>{name}: </strong> : null}
        {by} {theirs === undefined ? removed : `set ${there}`}, you {mine === undefined ? removed : `typed ${here}`}.
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
