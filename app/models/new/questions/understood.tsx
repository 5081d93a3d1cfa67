import type { Figures } from "@/lib/draft/beginning";
import type { StartingAnswers } from "@/lib/draft/starting-answers";
import { declaredCurrency } from "@/lib/model/currency";
import { defaultInputs, type InputKey, type Inputs, input } from "@/lib/model/inputs";
import { roleNames } from "@/lib/model/rows/built-in-roles";
import { registerKindNames, registerKinds } from "@/lib/model/rows/choices";
import type { AnsweredFigures } from "@/lib/starting/answered-figures";
import { formatMonth } from "@/lib/value/calendar";
import { describeInput, inputText } from "@/lib/value/describe-input";
import { formatMoney, formatNumber, toDigits } from "@/lib/value/format";
import styles from "./questions.module.css";

interface UnderstoodProps {
  begun: Figures;
  answers: StartingAnswers;
  answered: AnsweredFigures;
}

const money = (amount: number) => formatMoney(amount, declaredCurrency);

/** How far the model stays from the bill. */
function remainderWords(remainder: number, billed: number): string {
  if (Math.abs(remainder) < 0.005 * billed) return "Nothing is left over.";
  const side = remainder > 0 ? "below" : "above";
  return `The model stays ${money(Math.abs(remainder))} ${side} the bill: more than the ranges of prices and use bear. Is the service of another size?`;
}

/** What was answered, and what each answer sets, beside what would hold without it. */
export function Understood({ begun, answers, answered: { people, calibration } }: UnderstoodProps) {
  const figureOf = (key: InputKey, of: Partial<Inputs>) => of[key] ?? defaultInputs[key];
  const asked = Object.keys(answers.inputs) as InputKey[];
  const kinds = registerKinds.flatMap((what) => {
    const count = answers.register.reduce((sum, row) => (row.what === what ? sum + row.count : sum), 0);
    return count === 0 ? [] : [`${formatNumber(count)} × ${registerKindNames[what].toLowerCase()}`];
  });
  const isNothing = asked.length === 0 && answers.register.length === 0 && people.length === 0 && calibration === null;
  if (isNothing)
    return <p className={styles.words}>Nothing is answered yet. The model would begin with the figures shown.</p>;
  const fte = (figure: number) => formatNumber(toDigits(figure, 3));
  return (
    <>
      <dl className={styles.understood}>
        {asked.map((key) => (
          <div key={key}>
            <dt>{input[key].label}</dt>
            <dd>
              {describeInput(input[key], figureOf(key, answers.inputs), declaredCurrency)}{" "}
              <span className={styles.instead}>
                instead of {inputText(input[key], figureOf(key, begun.inputs)).toLowerCase()}
              </span>
            </dd>
          </div>
        ))}
        {answers.register.length === 0 ? null : (
          <div>
            <dt>Machines</dt>
            <dd>{kinds.join(", ") || "none stands"}</dd>
          </div>
        )}
        {people.map(({ role, before, stated, after }) => (
          <div key={role}>
            <dt>{roleNames[role]}</dt>
            <dd>
              {fte(after)} FTE <span className={styles.instead}>instead of {fte(before)}</span>
              {fte(after) === fte(stated) ? null : (
                <span className={styles.left}>
                  You stated {fte(stated)}; the posts covered day and night take {fte(after)}. Change them under Staff.
                </span>
              )}
            </dd>
          </div>
        ))}
        {answers.bill === null || calibration === null ? null : (
          <div>
            <dt>Cloud, {formatMonth(answers.bill.month)}</dt>
            <dd>
              {calibration.parts
                .filter(({ billed }) => billed !== null)
                .map(({ place, billed, before, after, remainder }) => (
                  <span key={place} className={styles.bill}>
                    Billed {money(billed ?? 0)}; the model {money(after)}{" "}
                    <span className={styles.instead}>instead of {money(before)}</span>
                    <span className={styles.left}>{remainderWords(remainder, billed ?? 0)}</span>
                  </span>
                ))}
            </dd>
          </div>
        )}
      </dl>
      {calibration === null || calibration.changes.length === 0 ? null : (
        <details className={styles.moved}>
          <summary>
            The bill moves {calibration.changes.length} {calibration.changes.length === 1 ? "input" : "inputs"}
          </summary>
          <ul>
            {calibration.changes.map(({ key, before, after }) => (
              <li key={key}>
                {input[key].label}: {describeInput(input[key], toDigits(after, 3), declaredCurrency)}{" "}
                <span className={styles.instead}>
                  instead of {describeInput(input[key], toDigits(before, 3), declaredCurrency)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
