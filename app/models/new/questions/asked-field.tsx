"use client";

import { faultAt } from "@/app/_components/document/document-state";
import type { ModelChange, ModelState } from "@/app/_components/document/model-kind";
import { ChoiceField } from "@/app/_components/inputs/choice-field";
import { NumberField } from "@/app/_components/inputs/number-field";
import type { Figures } from "@/lib/draft/beginning";
import { inputPlace } from "@/lib/draft/place";
import { declaredCurrency } from "@/lib/model/currency";
import { defaultInputs, type InputKey, input } from "@/lib/model/inputs";
import type { InputDeclaration } from "@/lib/model/inputs/declaration";
import type { StartTemplate } from "./use-questions";

interface AskedFieldProps {
  inputKey: InputKey;
  state: ModelState;
  template: StartTemplate | undefined;
  /** What the model begins with where it is not answered. */
  begun: Figures;
  onChange: (change: ModelChange) => void;
}

/** An input of the model, asked for. */
export function AskedField({ inputKey, state, template, begun, onChange }: AskedFieldProps) {
  const { typed, refused, version } = state;
  const declared: InputDeclaration = input[inputKey];
  const start = begun.inputs[inputKey] ?? defaultInputs[inputKey];
  const value = typed.inputs[inputKey] ?? defaultInputs[inputKey];
  const shared = {
    value,
    isChanged: value !== start,
    start,
    isOfTemplate: start === template?.inputs[inputKey],
    fault: faultAt(state, inputKey),
    refusedText: refused.get(inputPlace(inputKey))?.text,
    currency: declaredCurrency,
    readOnly: false,
    templateBasis: template?.bases[inputKey]?.text,
    note: typed.notes[inputKey],
    version,
    onChange,
  };
  return declared.format === "choice" ? (
    <ChoiceField input={declared} {...shared} />
  ) : (
    <NumberField input={declared} {...shared} />
  );
}
