import { Link } from "@/app/_components/ui/link";
import { conditionWords, watchedWords } from "@/lib/decision/condition";
import { hasChanged, hasNoNews, type SinceThen } from "@/lib/decision/since-then";
import { declaredAt } from "@/lib/model/currency";
import type { InputKey } from "@/lib/model/inputs";
import { tableNames } from "@/lib/model/rows/table-names";
import { routes } from "@/lib/routes";
import { formatDay } from "@/lib/value/calendar";
import { architectureName } from "@/lib/value/decided-words";
import { describeInput } from "@/lib/value/describe-input";
import { formatPercent } from "@/lib/value/format";
import { inputNameInGroup } from "@/lib/value/input-name";
import { Part } from "./part";
import styles from "./record.module.css";

interface SinceThenPartProps {
  since: SinceThen;
  modelId: string;
  /** Of the record. */
  currency: string;
  currencyRate: number;
  chosen: string;
}

/** The record held against the model of today: first what asks to look again, then what has changed. */
export function SinceThenPart({ since, modelId, currency, currencyRate, chosen }: SinceThenPartProps) {
  const { input } = declaredAt(currencyRate);
  const words = (key: InputKey, value: number | string) => describeInput(input[key], value, currency);
  const { first, chance, review, conditions, versions, defaults } = since;
  const holding = conditions.filter(({ holds }) => holds);
  const isQuiet = hasNoNews(since);
  return (
    <Part title="Since then">
      <div className={styles.since} data-due={holding.length > 0 || review?.isDue || undefined}>
        {holding.length > 0 || review?.isDue ? <p className={styles.due}>It is time to look at it again.</p> : null}
        {review?.isDue ? <p>Its review date, {formatDay(review.on)}, has come.</p> : null}
        {holding.map(({ condition, before, now }) => (
          <p key={JSON.stringify(condition)}>
            {conditionWords(condition, currency)}: {watchedWords(condition, before, currency)} then,{" "}
            {watchedWords(condition, now, currency)} now.
          </p>
        ))}
        <p>
          {firstWords(first)}
          {isQuiet ? ` ${sameWords}${conditions.length > 0 ? ` ${noneHolds}` : ""}` : ""}
        </p>
        {chance.before === null || chance.now === null || isQuiet ? null : (
          <p>
            Chance that it is cheapest, {architectureName(chosen).toLowerCase()}: {formatPercent(chance.before)} then,{" "}
            {formatPercent(chance.now)} now.
          </p>
        )}
        {conditions.length > 0 && holding.length === 0 && !isQuiet ? <p>{noneHolds}</p> : null}
        {hasChanged(since) || isQuiet ? null : <p>{sameWords}</p>}
        {since.currency === null ? null : (
          <p>
            The model was in {since.currency.before} and is in {since.currency.now}; money here is in{" "}
            {since.currency.before}.
          </p>
        )}
        {since.inputs.length === 0 ? null : (
          <>
            <p>Inputs that have changed:</p>
            <ul>
              {since.inputs.map(({ key, before, now }) => (
                <li key={key}>
                  <Link href={routes.modelInput(modelId, key)}>{inputNameInGroup(key)}</Link>: {words(key, before)}{" "}
                  then, {words(key, now)} now
                </li>
              ))}
            </ul>
          </>
        )}
        {since.ranges.length === 0 ? null : (
          <p>Ranges or evidence that have changed: {since.ranges.map(inputNameInGroup).join(", ")}.</p>
        )}
        {since.rows.length === 0 ? null : (
          <p>Changed rows: {since.rows.map((table) => tableNames[table].toLowerCase()).join(", ")}.</p>
        )}
        {since.scenarios.length === 0 ? null : <p>Changed scenarios: {since.scenarios.join(", ")}.</p>}
        {versions.before === versions.today ? null : (
          <p>
            It was decided by version {versions.before} of formulas and defaults; version {versions.today} is the
            present one.
          </p>
        )}
        {defaults.length === 0 ? null : (
          <p>
            Newer defaults:{" "}
            {defaults
              .map(
                ({ key, before, now }) =>
                  `${inputNameInGroup(key)} (${words(key, before)} then, ${words(key, now)} now)`,
              )
              .join("; ")}
            .
          </p>
        )}
      </div>
    </Part>
  );
}

const sameWords = "The figures of the model are those of the record.";
const noneHolds = "None of its conditions holds.";

function firstWords({ before, now }: SinceThen["first"]): string {
  const then = `First by cost then: ${architectureName(before).toLowerCase()}.`;
  if (now === null) return `${then} The model has no result today.`;
  if (before === now) return `First by cost, then and now: ${architectureName(now).toLowerCase()}.`;
  return `${then} Now: ${architectureName(now).toLowerCase()}.`;
}
