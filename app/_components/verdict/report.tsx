import { memo } from "react";
import { formatExact, formatNumber } from "@/lib/format";
import { architectureNames, categoryNames } from "@/lib/model/architectures";
import { declaredAt } from "@/lib/model/currency";
import { type InputKey, type Inputs, inputList } from "@/lib/model/inputs";
import { modelVersion } from "@/lib/model/version";
import type { CostModelFull, ModelDraft } from "@/lib/schemas/model";
import { isYesOrNo } from "@/lib/unit-label";
import { toWords } from "../model/input-text";
import figures from "../ui/figure-table.module.css";
import { LocalTime } from "../ui/local-time";
import { Section } from "../ui/section";
import { inputName } from "./input-words";
import styles from "./report.module.css";

/** The head of the printed report: which model, whose, and of when. */
export function ReportHead({ model, draft }: { model: CostModelFull; draft: ModelDraft }) {
  return (
    <div className={styles.head}>
      <p className={styles.name}>{draft.name}</p>
      <p className={styles.about}>
        {model.organisationName}. Service from {draft.startMonth}; amounts in {draft.currency}; saved{" "}
        <LocalTime at={model.changedAt} />.
      </p>
      {draft.description === "" ? null : <p>{draft.description}</p>}
    </div>
  );
}

interface ReportEndProps {
  draft: ModelDraft;
  /** The template's figures, in the model's currency. */
  starting: Partial<Inputs>;
  bases: Readonly<Partial<Record<InputKey, string>>>;
}

/** The end of the printed report: on which figures it rests beside the defaults, and by which formulas it was worked out. */
export const ReportEnd = memo(function ReportEnd({ draft, starting, bases }: ReportEndProps) {
  const { inputs, currency, notes, customLines } = draft;
  const { input } = declaredAt(draft.currencyRate);
  const changed = inputList
    .map(({ key }) => key as InputKey)
    .filter((key) => Object.hasOwn(inputs, key) && inputs[key] !== input[key].default);
  const words = (key: InputKey, value: number | string) => {
    const declared = input[key];
    if (declared.kind === "number" && isYesOrNo(declared.unit)) return value === 0 ? "No" : "Yes";
    return declared.kind === "number" ? toWords(declared, Number(value), currency) : String(value);
  };
  return (
    <div className={styles.end}>
      <Section
        title="Inputs that differ from the defaults"
        unit={`${formatNumber(changed.length)} of ${inputList.length}`}
      >
        {changed.length === 0 ? (
          <p>None: every input has its default.</p>
        ) : (
          <table className={`${figures.table} ${styles.inputs}`}>
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
              {changed.map((key) => (
                <tr key={key}>
                  <th scope="row">{inputName(key)}</th>
                  <td>{words(key, inputs[key] ?? "")}</td>
                  <td>{words(key, input[key].default)}</td>
                  <td className={figures.words}>
                    {notes[key]?.source ??
                      (inputs[key] === starting[key] ? (bases[key] ?? "The template") : "This model’s own figure")}
                    {notes[key]?.note === undefined ? null : `. ${notes[key]?.note}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      {customLines.length === 0 ? null : (
        <Section title="Own lines" unit={currency}>
          <table className={`${figures.table} ${styles.inputs}`}>
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">Amount</th>
                <th scope="col" className={figures.words}>
                  Category
                </th>
                <th scope="col" className={figures.words}>
                  Of
                </th>
              </tr>
            </thead>
            <tbody>
              {customLines.map((line, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike in all but their place.
                <tr key={place}>
                  <th scope="row">{line.label}</th>
                  <td>{formatExact(line.amount, currency)}</td>
                  <td className={figures.words}>{categoryNames[line.category]}</td>
                  <td className={figures.words}>
                    {line.architectures.map((name) => architectureNames[name].toLowerCase()).join(", ")}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      <p className={styles.version}>
        Worked out by version {modelVersion} of the formulas and defaults of Peerbalance.
      </p>
    </div>
  );
});
