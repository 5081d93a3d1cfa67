"use client";

import { Button } from "@mantine/core";
import type { Place } from "@/lib/schemas/draft-parts";
import styles from "./clash-question.module.css";
import type { OpenClash } from "./model-merge";
import type { ModelChange } from "./model-state";
import { partWords } from "./part-words";
import { placeName } from "./place-name";

interface ClashQuestionProps {
  place: Place;
  clash: OpenClash;
  currency: string;
  /** Away from its field, the question names it. */
  isNamed?: boolean;
  onChange: (change: ModelChange) => void;
}

/** Two people set the same thing: says who set what, and lets the person choose. */
export function ClashQuestion({ place, clash, currency, isNamed = false, onChange }: ClashQuestionProps) {
  const { mine, theirs, by } = clash;
  const name = placeName(place);
  const [there, here] = [theirs, mine].map((value) => partWords(place, value, currency));
  return (
    <fieldset className={styles.question} aria-label={`${name}: yours or theirs`}>
      <p className={styles.words}>
        {isNamed ? <strong>{name}: </strong> : null}
        {by} {theirs === undefined ? removedWord(place) : `set ${there}`}, you{" "}
        {mine === undefined ? removedWord(place) : `typed ${here}`}.
      </p>
      <div className={styles.choices}>
        <Button size="compact-xs" onClick={() => onChange({ kind: "keepMine", place })}>
          Keep yours
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onChange({ kind: "takeTheirs", place })}>
          Take theirs
        </Button>
      </div>
    </fieldset>
  );
}

function removedWord(place: Place): string {
  return place.startsWith("input ") ? "set the default" : "removed it";
}
