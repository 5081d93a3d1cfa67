import { memo, type ReactNode } from "react";
import { LocalTime } from "@/app/_components/ui/local-time";
import { SourceText } from "@/app/_components/ui/source-text";
import { isWorthSomething } from "@/lib/analysis/verdict/measure-first";
import type { LastChange } from "@/lib/draft/history";
import type { InputKey } from "@/lib/model/inputs";
import { formatPercent, formatShort } from "@/lib/value/format";
import { inputNameInGroup } from "@/lib/value/input-name";
import { evidenceWords } from "@/lib/value/range-words";
import { toSignificant } from "@/lib/value/rounding";
import type { Assumption } from "./assumptions";
import styles from "./assumptions.module.css";

interface AssumptionRowProps {
  assumption: Assumption;
  isOpen: boolean;
  /** Money; undefined where it moves nothing, null until it is known. */
  swing: number | null | undefined;
  /** The greatest swing of all, for the bar. */
  greatest: number;
  /** The share of variance that it explains; undefined where it is not drawn, null until it is known. */
  share: number | null | undefined;
  /** What it is worth to know, money, and its standard error. */
  worth: number | undefined;
  error: number | undefined;
  change: LastChange | undefined;
  /** Whether it was changed since the page was loaded. */
  isChangedHere: boolean;
  onOpen: (key: InputKey) => void;
}

/** One assumption; its name opens its field below it. */
export const AssumptionRow = memo(function AssumptionRow(props: AssumptionRowProps) {
  const { assumption, isOpen, swing, greatest, share, change, isChangedHere, onOpen } = props;
  const { key, words, startWords, isOfTemplate, range, rangeKind, evidence, note, source, follows, isUntouched } =
    assumption;
  return (
    <tr data-assumption={key} data-open={isOpen}>
      <th scope="row">
        <button type="button" data-on-paper className={styles.name} aria-expanded={isOpen} onClick={() => onOpen(key)}>
          {inputNameInGroup(key)}
        </button>
        {note === "" ? null : <small>{note}</small>}
        {source === "" ? null : (
          <small>
            Source: <SourceText text={source} isOwn />
          </small>
        )}
      </th>
      <td data-label="Value">
        {words}
        {startWords === "" ? null : (
          <small>
            {isOfTemplate ? "template" : "default"} {startWords}
          </small>
        )}
        {follows === "" ? null : <small>{follows}</small>}
      </td>
      <td data-label="Range" className={styles.words}>
        {rangeKind === null ? "–" : range}
        {rangeKind === null ? null : <small>{rangeKind === "own" ? "own range" : "usual range"}</small>}
      </td>
      <td data-label="Evidence" className={`${styles.words} ${styles.evidence}`}>
        {evidence === "default" ? "default" : evidenceWords[evidence]}
        {isUntouched ? <small>nobody has looked at it</small> : null}
      </td>
      <td data-label="Moves the answer by">
        <Known value={swing}>{formatShort(swing)}</Known>
        <span className={styles.bar} aria-hidden="true">
          {swing ? <span style={{ inlineSize: `${(100 * swing) / greatest}%` }} /> : null}
        </span>
      </td>
      <td data-label="Share of the doubt">
        <Known value={share}>{formatPercent(share)}</Known>
      </td>
      <td data-label="Worth knowing">
        <Known value={share}>{worthWords(props)}</Known>
      </td>
      <td data-label="Last changed" className={styles.words}>
        <Change change={isUntouched ? undefined : change} isChangedHere={isChangedHere} />
      </td>
    </tr>
  );
});

/** A figure that is waited for until it is known. */
function Known({ value, children }: { value: number | null | undefined; children: ReactNode }) {
  return value === null ? <span title="Being worked out">…</span> : (children ?? "–");
}

/** Money that cannot be told from nothing is nothing. */
function worthWords({ worth, error = 0 }: AssumptionRowProps): string {
  return worth !== undefined && isWorthSomething({ evppi: worth, standardError: error })
    ? formatShort(toSignificant(worth, 2))
    : "–";
}

function Change({ change, isChangedHere }: Pick<AssumptionRowProps, "change" | "isChangedHere">) {
  if (isChangedHere) return "since this page was opened";
  if (change === undefined) return "–";
  return (
    <>
      {change.by}
      <small>
        <LocalTime at={change.at} />
      </small>
    </>
  );
}
