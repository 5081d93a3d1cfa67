import { useMemo, useState } from "react";
import { Link } from "@/app/_components/ui/link";
import { sortedValues } from "@/lib/analysis/switching/sorted-values";
import type { SwitchingValue } from "@/lib/analysis/switching/switching";
import {
  likelihoodOf,
  likelihoodWords,
  outWords,
  reachedWords,
  switchingWords,
} from "@/lib/analysis/switching/switching-words";
import type { SwitchingOrder } from "@/lib/analysis/view-settings";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { formatWhole } from "@/lib/value/format";
import styles from "./decision.module.css";

export interface SwitchingOfProps {
  /** As far as they are known. */
  values: readonly SwitchingValue[];
  isDone: boolean;
  order: SwitchingOrder;
  inputs: Inputs;
  result: ModelResult;
  currency: string;
  /** Where an input is opened. */
  addressOf: (key: InputKey) => string;
}

/** More than these are shown on request. */
const shownAtFirst = 12;
const shownOfEach = 3;

/** What would bring one architecture to the first place, input by input. */
export function SwitchingOf({ architecture, ...props }: SwitchingOfProps & { architecture: Architecture }) {
  const { values, order } = props;
  const [isWhole, showWhole] = useState(false);
  const { reached, nowhere } = useMemo(() => sortedValues(values, architecture, order), [values, architecture, order]);
  const shown = isWhole ? reached : reached.slice(0, shownAtFirst);
  return (
    <>
      <Lead {...props} architecture={architecture} reached={reached.length} />
      <Sentences {...props} values={shown} />
      {reached.length > shown.length ? (
        <button type="button" className={styles.stop} onClick={() => showWhole(true)}>
          Show all {formatWhole(reached.length)}
        </button>
      ) : null}
      {nowhere.length === 0 ? null : (
        <details className={styles.more}>
          <summary>
            {nowhere.length === 1
              ? "1 input that alone does not bring it to the first place"
              : `${formatWhole(nowhere.length)} inputs that alone do not bring it to the first place`}
          </summary>
          <Sentences {...props} values={nowhere} />
        </details>
      )}
    </>
  );
}

/** The same of each architecture that is not first, in short. */
export function SwitchingOfEach({ onChoose, ...props }: SwitchingOfProps & { onChoose: (of: Architecture) => void }) {
  const { values, order, result } = props;
  return result.ranking.slice(1).map((architecture) => {
    const { reached, nowhere } = sortedValues(values, architecture, order);
    const shown = reached.length > 0 ? reached.slice(0, shownOfEach) : nowhere.slice(0, 1);
    return (
      <section key={architecture} className={styles.each}>
        <h3>{architectureNames[architecture]}</h3>
        <Lead {...props} architecture={architecture} reached={reached.length} />
        <Sentences {...props} values={shown} />
        {reached.length + nowhere.length > shown.length ? (
          <button type="button" className={styles.stop} onClick={() => onChoose(architecture)}>
            All {formatWhole(reached.length + nowhere.length)} inputs that change a cost
            <span className={styles.unseen}> for {architectureNames[architecture].toLowerCase()}</span>
          </button>
        ) : null}
      </section>
    );
  });
}

interface LeadProps extends Pick<SwitchingOfProps, "result" | "inputs" | "isDone"> {
  architecture: Architecture;
  reached: number;
}

/** Why it is excluded, and how many inputs would bring it to the first place. */
function Lead({ architecture, reached, result, inputs, isDone }: LeadProps) {
  const out = outWords(architecture, result, inputs);
  return (
    <p className={styles.lead}>
      {out === null ? "" : `${out} `}
      {reached > 0 || isDone ? reachedWords(architecture, reached) : ""}
    </p>
  );
}

function Sentences({ values, currency, addressOf }: Pick<SwitchingOfProps, "values" | "currency" | "addressOf">) {
  return (
    <ol className={styles.values}>
      {values.map((value) => (
        <li key={value.key}>
          <Link href={addressOf(value.key)}>{switchingWords(value, currency)}</Link>
          {value.intervals.length === 0 ? null : (
            <span className={styles.likely}>{likelihoodWords(likelihoodOf(value))}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
