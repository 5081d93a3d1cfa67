"use client";

import { useMemo } from "react";
import styles from "@/app/_components/breakdown/explanation-drawer.module.css";
import { ExplanationPanel } from "@/app/_components/breakdown/explanation-panel";
import { QuantityExplanation } from "@/app/_components/breakdown/quantity-explanation";
import type { TrialsQuestion } from "@/app/_components/verdict/trials/trials-question";
import type { ComparisonSettings, LevelsByArchitecture } from "@/lib/analysis/objectives/comparison";
import { levelOf } from "@/lib/analysis/objectives/comparison";
import { type Criterion, isComputed } from "@/lib/analysis/objectives/criteria";
import { criteriaQuantities } from "@/lib/analysis/objectives/criteria-program";
import { grownInputs, madeWords } from "@/lib/analysis/objectives/levels";
import { levelText } from "@/lib/analysis/objectives/objective-words";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import { type Architecture, architectureNames, architectures } from "@/lib/model/architectures";

/** A level of the table of criteria. */
export interface AskedLevel {
  readonly criterion: Criterion;
  readonly architecture: Architecture;
}

interface LevelExplanationProps {
  asked: AskedLevel | null;
  modelId: string;
  question: TrialsQuestion;
  currency: string;
  scenario: ScenarioFull | undefined;
  settings: ComparisonSettings;
  levels: LevelsByArchitecture;
  onClose: () => void;
}

/** Beside the table: what a level is made of, down to the inputs, or who judged it why. */
export function LevelExplanation({ asked, onClose, ...rest }: LevelExplanationProps) {
  const name = asked === null ? "" : `${asked.criterion.name}, ${architectureNames[asked.architecture].toLowerCase()}`;
  return (
    <ExplanationPanel isOpen={asked !== null} title={name} onClose={onClose}>
      {asked === null ? null : <Explained key={`${asked.criterion.key} ${asked.architecture}`} {...asked} {...rest} />}
    </ExplanationPanel>
  );
}

function Explained(props: AskedLevel & Omit<LevelExplanationProps, "asked" | "onClose">) {
  const { criterion, architecture, currency, settings, levels } = props;
  const { level, reason } = levelOf(criterion.key, architecture, levels, settings);
  const text = <strong>{levelText(criterion, level, currency)}</strong>;
  return (
    <div className={styles.explanation}>
      <p>
        {text}. {criterion.about}
      </p>
      {isComputed(criterion.key) ? (
        <Computed of={criterion.key} {...props} />
      ) : (
        <p>{reason === "" ? "Judged, with no reason given." : `Judged: ${reason}`}</p>
      )}
    </div>
  );
}

type ComputedProps = Parameters<typeof Explained>[0] & { of: keyof typeof madeWords };

function Computed({ of, architecture, modelId, question, currency, scenario }: ComputedProps) {
  const { rows, rate } = question;
  const quantities = useMemo(() => criteriaQuantities(rows), [rows]);
  const [isGrown, key] = of === "growth" ? [true, "cost" as const] : [false, of];
  const inputs = useMemo(() => (isGrown ? grownInputs(question.inputs) : question.inputs), [isGrown, question]);
  const beside = useMemo(() => architectures.flatMap((a) => Object.values(quantities[a])), [quantities]);
  return (
    <>
      {madeWords[of] === null ? null : <p>{madeWords[of]}</p>}
      <QuantityExplanation
        model={{ ...rows, id: modelId, currency, currencyRate: rate }}
        scenario={scenario}
        inputs={inputs}
        quantity={quantities[architecture][key].key}
        month={0}
        beside={beside}
      />
    </>
  );
}
