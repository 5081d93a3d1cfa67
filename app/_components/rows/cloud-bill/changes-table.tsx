import cards from "@/app/_components/ui/card-table.module.css";
import figures from "@/app/_components/ui/figure-table.module.css";
import { TableHead } from "@/app/_components/ui/records/table-head";
import type { Calibration } from "@/lib/analysis/calibration/question";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { billPlaceNames } from "@/lib/model/rows/choices";
import type { RowContext } from "@/lib/schemas/rows/row-schema";
import { describeNumber, signedText } from "@/lib/value/describe-input";
import { toDigits } from "@/lib/value/format";
import { inputName } from "@/lib/value/input-name";
import styles from "../rows.module.css";
import own from "./cloud-bill.module.css";

interface ChangesTableProps {
  calibration: Calibration;
  held: readonly InputKey[];
  context: RowContext;
  inputs: Inputs;
  readOnly: boolean;
  onHold: (key: InputKey, isHeld: boolean) => void;
}

/** The parts of a bill whose correction several inputs share. */
function sharedParts({ parts, changes }: Calibration): string[] {
  return parts
    .filter(({ movable }) => movable.filter((key) => changes.some((change) => change.key === key)).length > 1)
    .map(({ place }) => billPlaceNames[place].replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase()));
}

/** The inputs that the bill moves, each of which can be held as it is. */
export function ChangesTable({ calibration, held, context, inputs, readOnly, onHold }: ChangesTableProps) {
  const { changes, movable } = calibration;
  const shown = movable.filter((key) => held.includes(key) || changes.some((change) => change.key === key));
  const shared = sharedParts(calibration);
  if (shown.length === 0) {
    const isNear = calibration.parts.every(({ rest }) => rest === "closed");
    return (
      <p className={styles.words}>
        {isNear
          ? "Nothing is to be changed: the model says what the bill says."
          : "No input can bring the model nearer: what may move lies at the end of its range, or is contracted."}
      </p>
    );
  }
  return (
    <>
      <table className={`${figures.table} ${cards.cards} ${own.table}`} aria-label="Proposed changes">
        <TableHead names={["Input", "Now", "Proposed", "Within", readOnly ? "" : "Change it"]} />
        <tbody>
          {shown.map((key) => {
            const input = context.declared.input[key] as NumberInput;
            const change = changes.find((one) => one.key === key);
            const name = inputName(input);
            const words = (value: number) => describeNumber(input, value, context.currency);
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td data-label="Now">{words(change?.before ?? Number(inputs[key]))}</td>
                <td data-label="Proposed">
                  {change === undefined ? "stays" : words(toDigits(change.after, 4))}
                  {change?.isAtEnd ? <small>the end of its range</small> : null}
                </td>
                <td data-label="Within">
                  {change === undefined
                    ? null
                    : `${signedText(input, toDigits(change.range.low, 4))} to ${signedText(input, toDigits(change.range.high, 4))}`}
                </td>
                <td data-label={readOnly ? undefined : "Change it"}>
                  {readOnly ? null : (
                    <input
                      type="checkbox"
                      aria-label={`Change ${name}`}
                      checked={!held.includes(key)}
                      onChange={(event) => onHold(key, !event.currentTarget.checked)}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shared.length === 0 ? null : (
        <p className={styles.words}>
          Several inputs share the correction of {shared.join("; ")}: the bill says only what they come to together, so
          each moves as little as it can. Hold what you know, and the others take the rest.
        </p>
      )}
    </>
  );
}
