import { TextInput } from "@mantine/core";
import { useState } from "react";
import { isFound } from "@/app/_components/inputs/input-search";
import dialog from "@/app/_components/ui/page/dialog.module.css";
import type { FigureBook } from "@/lib/draft/figures/organisation-figure";
import { type InputKey, inputGroups } from "@/lib/model/inputs";
import { inputNameInGroup } from "@/lib/value/input-name";
import styles from "./figures.module.css";

/** More are found by another word. */
const mostFound = 12;

/** Inputs without a figure, found by their names and by what people call them. */
export function InputChoice({ book, onChoose }: { book: FigureBook; onChoose: (key: InputKey) => void }) {
  const [query, setQuery] = useState("");
  const stated = new Set(book.figures.map(({ key }) => key));
  const found = inputGroups.flatMap(({ title, inputs }) =>
    inputs.filter((one) => !stated.has(one.key as InputKey) && isFound(query, one, title)),
  );
  return (
    <div className={dialog.content}>
      <TextInput
        type="search"
        label="For which input"
        placeholder="Salary, electricity, server price, CDN …"
        data-autofocus
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <ul className={styles.choices} aria-label="Inputs found">
        {found.slice(0, mostFound).map(({ key }) => (
          <li key={key}>
            <button type="button" className={styles.choice} onClick={() => onChoose(key as InputKey)}>
              {inputNameInGroup(key as InputKey)}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">
        {found.length === 0
          ? "No input without a figure matches. Try another word."
          : found.length > mostFound
            ? `And ${found.length - mostFound} more: type a word of what you look for.`
            : ""}
      </p>
    </div>
  );
}
