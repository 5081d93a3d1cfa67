import { Scroller } from "@/app/_components/ui/page/scroller";
import { conditionWords } from "@/lib/decision/condition";
import { declaredAt } from "@/lib/model/currency";
import { type InputKey, isInputKey } from "@/lib/model/inputs";
import { drivers } from "@/lib/model/ranges/drivers";
import { formatDay, formatMonth } from "@/lib/value/calendar";
import { describeInput } from "@/lib/value/describe-input";
import { formatMoney, formatPercent, formatWhole, nothing } from "@/lib/value/format";
import { inputNameInGroup } from "@/lib/value/input-name";
import { evidenceWords } from "@/lib/value/range-words";
import styles from "./record.module.css";
import { Part, type ShownRecord } from "./record-head";
import { architectureName } from "./state-words";

/** When it is looked at again. */
export function RecordReview({ record: { document } }: { record: ShownRecord }) {
  const { reviewOn, conditions } = document.decision;
  return (
    <Part title="When it is looked at again">
      <p>{reviewOn === null ? "No review date was set." : `On ${formatDay(reviewOn)} at the latest.`}</p>
      {conditions.length === 0 ? null : (
        <>
          <p>Before that where one of these holds:</p>
          <ul>
            {conditions.map((condition) => (
              <li key={JSON.stringify(condition)}>{conditionWords(condition, document.model.currency)}</li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

/** The figures that stood when it was proposed. */
export function RecordResults({ record: { document } }: { record: ShownRecord }) {
  const { results, uncertainty, model } = document;
  const { currency } = model;
  return (
    <Part title="What the figures said">
      <Scroller label="Results by architecture">
        <table className={styles.figures}>
          <thead>
            <tr>
              <th scope="col">Architecture</th>
              <th scope="col">Net present cost</th>
              <th scope="col">Cash over the horizon</th>
              <th scope="col">Cheapest in</th>
            </tr>
          </thead>
          <tbody>
            {results.ranking.map((name) => {
              const result = results.architectures[name];
              if (result === undefined) return null;
              return (
                <tr key={name} data-chosen={name === document.decision.architecture || undefined}>
                  <th scope="row">
                    {architectureName(name)}
                    {result.eligible ? null : <small> not eligible</small>}
                  </th>
                  <td>{formatMoney(result.netPresentCost, currency)}</td>
                  <td>{formatMoney(result.total, currency)}</td>
                  <td>{uncertainty ? formatPercent(uncertainty.architectures[name]?.cheapest.share) : nothing}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroller>
      <p className={styles.basis}>{basis(document)}</p>
    </Part>
  );
}

function basis({ model, uncertainty, scenarios, drivers: strengths }: ShownRecord["document"]): string {
  const rate =
    model.currencyRateDate === null
      ? ""
      : ` at ${model.currencyRate} ${model.currency} to the dollar of ${formatDay(model.currencyRateDate)}`;
  const trials = uncertainty
    ? `Chances are of ${formatWhole(uncertainty.trials)} trials with seed ${uncertainty.seed}.`
    : "No trials had a result.";
  const chosen = Object.entries(strengths).map(
    ([key, strength]) => `${drivers[key as keyof typeof drivers]?.label ?? key}: ${String(strength)}`,
  );
  return [
    `Revision ${model.revision} of the model, from ${formatMonth(model.startMonth)}, in ${model.currency}${rate}, by version ${model.version} of the formulas and defaults.`,
    trials,
    chosen.length === 0 ? "" : `Strengths of drivers: ${chosen.join(", ")}.`,
    scenarios.length === 0 ? "" : `Scenarios beside it: ${scenarios.map(({ name }) => name).join(", ")}.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** The inputs that were other than their defaults, or of which more was known. */
export function RecordInputs({ record: { document } }: { record: ShownRecord }) {
  const { currency, currencyRate } = document.model;
  const { input } = declaredAt(currencyRate);
  const own = Object.entries(document.inputs).filter(
    ([key, { value, default: usual, evidence, note, source }]) =>
      isInputKey(key) && (value !== usual || evidence !== null || note !== "" || source !== ""),
  );
  const rows = Object.values(document.rows).reduce((sum, table) => sum + table.length, 0);
  return (
    <Part title="The inputs it rests on">
      {own.length === 0 ? (
        <p>Every input was at its default.</p>
      ) : (
        <Scroller label="Inputs that differ from their defaults">
          <table className={styles.figures}>
            <thead>
              <tr>
                <th scope="col">Input</th>
                <th scope="col">Value</th>
                <th scope="col">Default</th>
                <th scope="col">Known</th>
              </tr>
            </thead>
            <tbody>
              {own.map(([name, { value, default: usual, evidence, note, source }]) => {
                const declared = input[name as InputKey];
                return (
                  <tr key={name}>
                    <th scope="row">
                      {inputNameInGroup(name as InputKey)}
                      {note === "" && source === "" ? null : (
                        <small className={styles.note}>
                          {[note, source].filter((text) => text !== "").join(" · ")}
                        </small>
                      )}
                    </th>
                    <td>{describeInput(declared, value, currency)}</td>
                    <td>{describeInput(declared, usual, currency)}</td>
                    <td>{evidence === null ? nothing : evidenceWords[evidence as keyof typeof evidenceWords]}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroller>
      )}
      <p className={styles.basis}>
        The record holds all {formatWhole(Object.keys(document.inputs).length)} inputs with their ranges
        {rows === 0 ? "" : `, and ${formatWhole(rows)} own rows`}.
      </p>
    </Part>
  );
}
