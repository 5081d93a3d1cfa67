"use client";

import { Button, Group, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { isFound } from "@/app/_components/inputs/input-search";
import { readText } from "@/app/_components/inputs/input-text";
import { Dialog } from "@/app/_components/ui/page/dialog";
import dialog from "@/app/_components/ui/page/dialog.module.css";
import { useAction } from "@/app/_components/ui/use-action";
import type { FigureBook, OrganisationFigure } from "@/lib/draft/figures/organisation-figure";
import { isAlwaysCertain } from "@/lib/draft/uncertainty/ranges";
import { declaredAt } from "@/lib/model/currency";
import { type InputKey, inputGroups } from "@/lib/model/inputs";
import { type InputDeclaration, isFigure, isPercentage } from "@/lib/model/inputs/declaration";
import { evidenceKinds } from "@/lib/model/spread/own-range";
import { type FieldError, refused } from "@/lib/outcome";
import { checkStatedFigure } from "@/lib/schemas/organisation-figures";
import { inputText, numberText } from "@/lib/value/describe-input";
import { inputNameInGroup } from "@/lib/value/input-name";
import { evidenceWords } from "@/lib/value/range-words";
import { unitLabel } from "@/lib/value/unit-label";
import { type FigureActions, statedOf } from "./figure-actions";
import styles from "./figures.module.css";

interface FigureDialogProps {
  organisationId: string;
  book: FigureBook;
  /** The input to state; null where it is chosen first. */
  inputKey: InputKey | null;
  actions: FigureActions;
  onClose: () => void;
}

/** States a figure for an input, or changes it. */
export default function FigureDialog({ inputKey, onClose, ...props }: FigureDialogProps) {
  const [key, setKey] = useState(inputKey);
  return (
    <Dialog
      title={key === null ? "Add a figure" : inputNameInGroup(key)}
      closeLabel="Close without saving"
      onClose={onClose}
    >
      {key === null ? (
        <InputChoice book={props.book} onChoose={setKey} />
      ) : (
        <FigureForm inputKey={key} onClose={onClose} {...props} />
      )}
    </Dialog>
  );
}

/** More are found by another word. */
const mostFound = 12;

/** Inputs without a figure, found by their names and by what people call them. */
function InputChoice({ book, onChoose }: { book: FigureBook; onChoose: (key: InputKey) => void }) {
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

type FormProps = Omit<FigureDialogProps, "inputKey"> & { inputKey: InputKey };

function FigureForm({ organisationId, book, inputKey, actions, onClose }: FormProps) {
  const { currency, currencyRate } = book.currency;
  const declared = declaredAt(currencyRate).input[inputKey];
  const present = book.figures.find(({ key }) => key === inputKey);
  const content = present?.content;
  const { form, button, run, faultOf, isPending } = useAction({
    failed: "The figure was not saved",
    send: async (field) => {
      const read = readFields(declared, field, currency);
      if (read.faults.length > 0) return { ok: false, faults: read.faults };
      // What is wrong is said before anything is sent.
      const checked = checkStatedFigure(inputKey, read.stated, { currency, currencyRate });
      if (!checked.ok) return checked;
      const change = { key: inputKey, revision: present?.revision ?? 0, stated: statedOf(checked.content) };
      const outcome = await actions.change(organisationId, change);
      if (outcome.ok) onClose();
      return outcome;
    },
  });
  const hasRange = isFigure(declared) && !isAlwaysCertain(inputKey);
  const text = (value: number | undefined) =>
    value === undefined || !isFigure(declared) ? "" : numberText(declared, value);
  const unit = isFigure(declared) ? (isPercentage(declared) ? "%" : unitLabel(declared.unit, currency)) : "";
  return (
    <form {...form} className={dialog.content}>
      <div className={styles.row}>
        <ValueField declared={declared} content={content} unit={unit} error={faultOf("value")} />
        {hasRange ? (
          <>
            <TextInput
              label="Low"
              name="low"
              inputMode="decimal"
              autoComplete="off"
              description="lower 1 time in 10"
              inputWrapperOrder={["label", "input", "description", "error"]}
              defaultValue={text(content?.low)}
              error={faultOf("low")}
            />
            <TextInput
              label="High"
              name="high"
              inputMode="decimal"
              autoComplete="off"
              description="higher 1 time in 10"
              inputWrapperOrder={["label", "input", "description", "error"]}
              defaultValue={text(content?.high)}
              error={faultOf("high")}
            />
          </>
        ) : null}
      </div>
      <div className={styles.row}>
        <NativeSelect
          label="Evidence"
          name="evidence"
          defaultValue={content?.evidence ?? ""}
          error={faultOf("evidence")}
          data={[
            { value: "", label: "Not stated" },
            ...evidenceKinds.map((value) => ({ value, label: evidenceWords[value] })),
          ]}
        />
        <TextInput label="Source" name="source" defaultValue={content?.source ?? ""} error={faultOf("source")} />
      </div>
      <div className={styles.row}>
        <TextInput
          label="Owner"
          name="owner"
          placeholder="A person or a team"
          defaultValue={content?.owner ?? ""}
          error={faultOf("owner")}
        />
        <TextInput
          label="Valid from"
          name="validFrom"
          type="date"
          defaultValue={content?.validFrom ?? ""}
          error={faultOf("validFrom")}
        />
        <TextInput
          label="Review by"
          name="reviewBy"
          type="date"
          defaultValue={content?.reviewBy ?? ""}
          error={faultOf("reviewBy")}
        />
      </div>
      <Textarea label="Note" name="note" rows={2} defaultValue={content?.note ?? ""} error={faultOf("note")} />
      <FormFault message={faultOf("form")} />
      <Group gap="sm">
        <Button size="xs" {...button}>
          {present === undefined ? "Add the figure" : "Save the figure"}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
        {present === undefined ? null : (
          <RemoveButton
            isDisabled={isPending}
            onRemove={() =>
              run(async () => {
                const gone = { part: "inputs", key: inputKey, revision: present.revision } as const;
                const outcome = await actions.remove(organisationId, gone);
                if (outcome.ok) onClose();
                return outcome;
              })
            }
          />
        )}
      </Group>
    </form>
  );
}

function RemoveButton({ isDisabled, onRemove }: { isDisabled: boolean; onRemove: () => void }) {
  return (
    <Button size="xs" variant="default" className={styles.remove} disabled={isDisabled} onClick={onRemove}>
      Remove
    </Button>
  );
}

interface ValueFieldProps {
  declared: InputDeclaration;
  content: OrganisationFigure["content"] | undefined;
  unit: string;
  error: string | undefined;
}

function ValueField({ declared, content, unit, error }: ValueFieldProps) {
  const stated = content?.value;
  if (isFigure(declared)) {
    const value = stated === undefined ? "" : numberText(declared, Number(stated));
    return (
      <TextInput
        label="Figure"
        name="value"
        inputMode="decimal"
        autoComplete="off"
        description={unit}
        inputWrapperOrder={["label", "input", "description", "error"]}
        data-autofocus
        defaultValue={value}
        error={error}
      />
    );
  }
  const choices = declared.format === "choice" ? declared.choices : ["1", "0"];
  return (
    <NativeSelect
      label="Figure"
      name="value"
      data-autofocus
      defaultValue={String(stated ?? declared.default)}
      error={error}
      data={choices.map((value) => ({
        value,
        label: inputText(declared, declared.format === "choice" ? value : Number(value)),
      }))}
    />
  );
}

const texts = ["evidence", "source", "owner", "validFrom", "reviewBy", "note"] as const;

/** What the fields state; figures as people type them. */
function readFields(declared: InputDeclaration, field: (name: string) => string, currency: string) {
  const faults: FieldError[] = [];
  const stated: Record<string, unknown> = {};
  if (declared.format === "choice") stated.value = field("value");
  else if (declared.format === "yesNo") stated.value = Number(field("value"));
  else
    for (const key of ["value", "low", "high"]) {
      const typed = field(key);
      if (typed.trim() === "" && key !== "value") continue;
      const label = key === "value" ? declared.label : `${key === "low" ? "Low" : "High"} of ${declared.label}`;
      // Ends of a whole figure may lie between.
      const read = readText({ ...declared, label, integer: declared.integer && key === "value" }, typed, currency);
      if (read.ok) stated[key] = read.value;
      else faults.push(...refused(key, read.message).faults);
    }
  for (const key of texts) if (field(key).trim() !== "") stated[key] = field(key);
  return { stated, faults };
}
