import type { ReactNode } from "react";
import cards from "@/app/_components/ui/card-table.module.css";
import figures from "@/app/_components/ui/figure-table.module.css";
import { SourceText } from "@/app/_components/ui/source-text";
import type { ModelDraft } from "@/lib/draft/model";
import { architectureNames, categoryNames } from "@/lib/model/architectures";
import { changedKeys } from "@/lib/model/changed-keys";
import { declaredAt } from "@/lib/model/currency";
import type { CustomLine } from "@/lib/model/custom-lines";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { TemplateBases } from "@/lib/model/templates/declaration";
import { describeInput } from "@/lib/value/describe-input";
import { formatExact } from "@/lib/value/format";
import { inputNameInGroup } from "@/lib/value/input-name";
import { lineWhen } from "@/lib/value/rows/custom-line-words";
import styles from "./changed-inputs-table.module.css";

type Figures = Pick<ModelDraft, "inputs" | "currency" | "currencyRate" | "notes">;

interface ChangedInputsTableProps {
  draft: Figures;
  /** The template's figures, in the model's currency. */
  starting: Partial<Inputs>;
  bases: TemplateBases;
  /** Content beside an input's name. */
  beside?: (key: InputKey) => ReactNode;
}

/** The figures of a model that differ from the defaults, each with its default and its basis. */
export function ChangedInputsTable({ draft, starting, bases, beside }: ChangedInputsTableProps) {
  const { inputs, currency, currencyRate, notes } = draft;
  const { input } = declaredAt(currencyRate);
  const words = (key: InputKey, value: number | string) => describeInput(input[key], value, currency);
  return (
    <table className={`${figures.table} ${cards.cards} ${styles.inputs}`}>
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">Value</th>
          <th scope="col">Default</th>
          <th scope="col" className={figures.words}>
            Basis
          </th>
        </tr>
      </thead>
      <tbody>
        {changedKeys(draft).map((key) => (
          <tr key={key}>
            <th scope="row">
              {inputNameInGroup(key)} {beside?.(key)}
            </th>
            <td data-label="Value">{words(key, inputs[key] ?? "")}</td>
            <td data-label="Default">{words(key, input[key].default)}</td>
            <td className={`${figures.words} ${cards.wide}`} data-label="Basis">
              {notes[key]?.source !== undefined ? (
                <SourceText text={notes[key].source} isOwn />
              ) : inputs[key] === starting[key] ? (
                <SourceText text={bases[key]?.text ?? "The template"} />
              ) : (
                "This model’s own figure"
              )}
              {notes[key]?.note === undefined ? null : (
                <>
                  . <SourceText text={notes[key].note} isOwn />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The model's own costs and credits. */
export function OwnLinesTable({
  lines,
  currency,
  beside,
}: {
  lines: readonly CustomLine[];
  currency: string;
  /** Content beside a line's name, by its id. */
  beside?: (id: string) => ReactNode;
}) {
  return (
    <table className={`${figures.table} ${cards.cards} ${styles.inputs} ${styles.lines}`}>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Amount, {currency}</th>
          <th scope="col" className={figures.words}>
            When
          </th>
          <th scope="col" className={figures.words}>
            Category
          </th>
          <th scope="col" className={figures.words}>
            Of
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike in all but their place.
          <tr key={place}>
            <th scope="row">
              <span className={figures.given}>{line.label}</span> {line.id === undefined ? null : beside?.(line.id)}
            </th>
            <td data-label={`Amount, ${currency}`}>{formatExact(line.amount, currency)}</td>
            <td className={figures.words} data-label="When">
              {lineWhen(line)}
            </td>
            <td className={figures.words} data-label="Category">
              {categoryNames[line.category]}
            </td>
            <td className={figures.words} data-label="Of">
              {line.architectures.map((name) => architectureNames[name].toLowerCase()).join(", ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
