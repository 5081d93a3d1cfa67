"use client";

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ComparisonSettings } from "@/lib/analysis/objectives/comparison";
import styles from "./objectives.module.css";

interface OwnCriterionFieldsProps {
  of: string;
  settings: ComparisonSettings;
  onChange: (settings: ComparisonSettings) => void;
  onRemove: () => void;
}

/** Renames a criterion of the team's own, says anew what its levels mean, or takes it out. */
export function OwnCriterionFields({ of, settings, onChange, onRemove }: OwnCriterionFieldsProps) {
  const own = settings.own.find(({ key }) => key === of);
  if (own === undefined) return null;
  const set = (part: Partial<typeof own>) =>
    onChange({ ...settings, own: settings.own.map((each) => (each.key === of ? { ...each, ...part } : each)) });
  return (
    <div className={styles.actions}>
      <TextInput
        size="xs"
        label="Name"
        maxLength={100}
        value={own.name}
        error={own.name.trim() === "" ? "Type a name." : undefined}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <TextInput
        size="xs"
        label="What 0, 5 and 10 mean"
        maxLength={500}
        value={own.about}
        onChange={({ currentTarget }) => set({ about: currentTarget.value })}
      />
      <Button size="xs" variant="default" onClick={onRemove}>
        Remove this criterion
      </Button>
    </div>
  );
}

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
