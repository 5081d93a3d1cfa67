import { type ReactNode, useMemo } from "react";
import { faultAt } from "@/app/_components/document/document-state";
import type { ModelChange, ModelState } from "@/app/_components/document/model-kind";
import { type StartingValues, startingValues } from "@/app/_components/document/starting-values";
import { inputPlace, noteFields, notePlace } from "@/lib/draft/place";
import { declaredAt } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { InputDeclaration } from "@/lib/model/inputs/declaration";
import type { ReleasedInput } from "@/lib/model/released/released-input";
import type { TemplateBases } from "@/lib/model/templates/declaration";
import { ChoiceField } from "./choice-field";
import type { SharedFieldProps } from "./frame/frame-props";
import { NumberField } from "./number-field";
import { SwitchField } from "./switch-field";

export interface InputFieldsOf {
  state: ModelState;
  readOnly: boolean;
  /** The template's own figures, in dollars. */
  starting: Readonly<Partial<Inputs>>;
  /** What an earlier version said of inputs that are otherwise today, where the model keeps to one. */
  released: readonly ReleasedInput[] | undefined;
  /** What the template's own figures rest on, by input. */
  bases: TemplateBases;
  onChange: (change: ModelChange) => void;
}

interface InputFields extends StartingValues {
  field: (input: InputDeclaration, layout?: SharedFieldProps["layout"]) => ReactNode;
  /** Whether it differs from the default of the model's version. */
  isOwn: (key: InputKey) => boolean;
  isRefused: (key: string) => boolean;
  /** Whether anything is stated of it: its value, or how it spreads. */
  isChanged: (key: string) => boolean;
}

/** The fields of a model's inputs, as they stand in any list of them. */
export function useInputFields({ state, readOnly, starting, released, bases, onChange }: InputFieldsOf): InputFields {
  const { draft, refused, version, conflicts, followed } = state;
  const { currencyRate: rate, notes, currency } = draft;
  const typed = state.typed.inputs;
  const from = useMemo(() => startingValues(starting, rate, released), [starting, rate, released]);
  const { declared, ofTemplate, starts } = from;
  const { defaults } = declared;
  // A draft lists what differs from the defaults of today.
  const today = declaredAt(rate).defaults;

  function isOwn(key: InputKey): boolean {
    return released === undefined ? Object.hasOwn(typed, key) : (typed[key] ?? today[key]) !== defaults[key];
  }

  const isRefused = (key: string) => refused.has(inputPlace(key as InputKey));
  const hasSpread = (key: InputKey) => notes[key]?.range !== undefined || notes[key]?.evidence !== undefined;
  const isChanged = (key: string) => isOwn(key as InputKey) || isRefused(key) || hasSpread(key as InputKey);

  function field(input: InputDeclaration, layout?: SharedFieldProps["layout"]) {
    const key = input.key as InputKey;
    const place = inputPlace(key);
    const shared = {
      value: typed[key] ?? today[key],
      isChanged: isOwn(key) || hasSpread(key),
      start: starts[key],
      isOfTemplate: Object.hasOwn(ofTemplate, key),
      fault: faultAt(state, key),
      currency,
      readOnly,
      layout,
      templateBasis: bases[key]?.text,
      note: notes[key],
      version: version + (followed.get(place) ?? 0),
      noteVersion: noteFields.reduce((sum, field) => sum + (followed.get(notePlace(key, field)) ?? 0), 0),
      conflict: conflicts.get(place),
      onChange,
    };
    if (input.format === "choice") return <ChoiceField key={key} input={input} {...shared} />;
    if (input.format === "yesNo") return <SwitchField key={key} input={input} {...shared} />;
    return <NumberField key={key} input={input} refusedText={refused.get(place)?.text} {...shared} />;
  }

  return { ...from, field, isOwn, isRefused, isChanged };
}
