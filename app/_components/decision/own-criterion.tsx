"use client";

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import styles from "./objectives.module.css";

interface OwnCriterionProps {
  onAdd: (criterion: { key: string; name: string; about: string }) => void;
}

/** Adds a criterion of the team's own, which is judged from 0 to 10. */
export function OwnCriterion({ onAdd }: OwnCriterionProps) {
  const [name, setName] = useState("");
  const [about, setAbout] = useState("");
  return (
    <form
      className={styles.actions}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        onAdd({ key: `own:${crypto.randomUUID().slice(0, 8)}`, name: name.trim(), about: about.trim() });
        setName("");
        setAbout("");
      }}
    >
      <TextInput
        size="xs"
        label="A criterion of your own"
        maxLength={100}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextInput
        size="xs"
        label="What 0, 5 and 10 mean"
        maxLength={500}
        value={about}
        onChange={({ currentTarget }) => setAbout(currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="default" disabled={name.trim() === ""}>
        Add
      </Button>
    </form>
  );
}
