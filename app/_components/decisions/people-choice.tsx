"use client";

import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { nameWithEmail } from "@/lib/text/name-with-email";
import { counted } from "@/lib/value/counted";
import { mostShown, type Person, peopleShown } from "./people-shown";
import styles from "./record.module.css";

interface PeopleChoiceProps {
  people: readonly Person[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** A box for each person; of many for those who are chosen, and the first that are searched for. */
export function PeopleChoice({ people, chosen, onChange }: PeopleChoiceProps) {
  const [search, setSearch] = useState("");
  const isSearched = people.length > mostShown;
  const { shown, found, left } = peopleShown(people, chosen, search);
  return (
    <>
      {isSearched ? (
        <TextInput
          type="search"
          label="Find people"
          description="by part of a name or address"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            // It is not the form that is sent.
            if (event.key === "Enter") event.preventDefault();
          }}
        />
      ) : null}
      {shown.map((person) => (
        <Checkbox
          key={person.id}
          label={nameWithEmail(person)}
          checked={chosen.includes(person.id)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...chosen, person.id] : chosen.filter((id) => id !== person.id))
          }
        />
      ))}
      {isSearched ? (
        <p className={styles.hint} aria-live="polite">
          {found === 0
            ? "Nobody by these words can see the model."
            : left > 0
              ? `${counted(left, "more person", "more people")}: type part of a name to find them.`
              : null}
        </p>
      ) : null}
    </>
  );
}
