"use client";

import { Button, NativeSelect } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useDeferredValue, useEffect, useMemo, useReducer, useState } from "react";
import { changeDocument } from "@/app/_components/document/change-document";
import { faultAt, initialState } from "@/app/_components/document/document-state";
import { checkBy, inputsOf, type ModelChange, type ModelState, modelKind } from "@/app/_components/document/model-kind";
import { newOpenModel } from "@/app/_components/document/new-open-model";
import { NumberField } from "@/app/_components/inputs/number-field";
import { CumulativeCost } from "@/app/_components/results/cost-charts";
import { useEvaluation } from "@/app/_components/results/use-evaluation";
import { useOwnRows } from "@/app/_components/results/use-own-rows";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { checkInputs } from "@/lib/draft/inputs";
import { inputPlace } from "@/lib/draft/place";
import { declaredCurrency } from "@/lib/model/currency";
import { defaultInputs, type Inputs, inputList } from "@/lib/model/inputs";
import type { TemplateBases } from "@/lib/model/templates/declaration";
import { routes } from "@/lib/routes";
import type { Calendar } from "@/lib/value/fiscal-year";
import { formatNumber } from "@/lib/value/format";
import { type KeptFigures, keepFigures, keptFigures } from "../tried/kept-figures";
import { Notice } from "../ui/notice";
import { LiveAnswer } from "./live-answer";
import styles from "./live-comparison.module.css";
import { liveInputs } from "./live-inputs";

export interface LiveTemplate {
  key: string;
  title: string;
  what: string;
  inputs: Partial<Inputs>;
  /** Of the inputs on this page only. */
  bases: TemplateBases;
}

interface LiveComparisonProps {
  templates: readonly LiveTemplate[];
  isSignedIn: boolean;
}

const currency = declaredCurrency;
const calendar: Calendar = { startMonth: "2027-01", fiscalYearStart: 1 };

// Enough trials for the verdict, and soon there on a phone.
const draftWith = (inputs: Partial<Inputs>) => newOpenModel({ ...calendar, inputs, trials: 1_000 });

const kind = modelKind(checkBy());
const reduce = (state: ModelState, change: ModelChange) => changeDocument(kind, state, change);

/** Null where nothing has been changed. */
function triedFigures(templateKey: string, inputs: Partial<Inputs>): KeptFigures | null {
  const isUntouched = templateKey === "" && Object.keys(inputs).length === 0;
  return isUntouched ? null : { templateKey: templateKey || null, inputs };
}

/** A comparison to try and to save: the figures survive signing up and become a model. */
export function LiveComparison({ templates, isSignedIn }: LiveComparisonProps) {
  const router = useRouter();
  const [templateKey, setTemplateKey] = useState("");
  const [state, change] = useReducer(reduce, draftWith({}), (draft) => initialState(draft));
  const [isNotKept, setNotKept] = useState(false);
  const { draft, typed, refused, version } = state;
  // Typing has priority over the figures that it changes.
  const drawn = useDeferredValue(draft);
  const inputs = useMemo(() => inputsOf(drawn), [drawn]);
  const { result, problem } = useEvaluation(inputs, useOwnRows(drawn));
  const template = templates.find(({ key }) => key === templateKey);

  // A visitor who comes back from a form finds what they tried before.
  const [isTakenUp, setTakenUp] = useState(false);
  useEffect(() => {
    const stored = keptFigures();
    const isKnown = (key: string | null) => key === null || templates.some((one) => one.key === key);
    if (stored !== null && isKnown(stored.templateKey) && checkInputs(stored.inputs).ok) {
      setTemplateKey(stored.templateKey ?? "");
      change({ kind: "replace", draft: draftWith(stored.inputs) });
    }
    setTakenUp(true);
  }, [templates]);

  // Every link to signing up takes the tried figures along, not the button alone.
  useEffect(() => {
    if (isTakenUp) keepFigures(triedFigures(templateKey, draft.inputs));
  }, [isTakenUp, templateKey, draft.inputs]);

  function choose(key: string) {
    setTemplateKey(key);
    change({ kind: "replace", draft: draftWith(templates.find((one) => one.key === key)?.inputs ?? {}) });
  }

  function keep() {
    if (keepFigures({ templateKey: templateKey || null, inputs: draft.inputs })) {
      router.push(isSignedIn ? routes.keepModel : routes.signUpToKeep);
    } else {
      setNotKept(true);
    }
  }

  return (
    <section className={styles.comparison} aria-label="A comparison to try">
      <div className={styles.inputs}>
        <DisabledUntilHydrated>
          <NativeSelect
            label="Start from"
            value={templateKey}
            onChange={(event) => choose(event.currentTarget.value)}
            data={[
              { value: "", label: "A plain service, with the defaults" },
              ...templates.map(({ key, title }) => ({ value: key, label: title })),
            ]}
          />
          <p className={styles.what}>
            {template?.what ??
              `${formatNumber(50_000)} users, 100 TB stored, 500 TB delivered a month: the default of every input.`}
          </p>
          <div className={styles.fields}>
            {liveInputs.map((input) => (
              <NumberField
                key={input.key}
                input={input}
                value={typed.inputs[input.key] ?? defaultInputs[input.key]}
                isChanged={typed.inputs[input.key] !== undefined}
                start={template?.inputs[input.key] ?? defaultInputs[input.key]}
                isOfTemplate={template?.inputs[input.key] !== undefined}
                fault={faultAt(state, input.key)}
                refusedText={refused.get(inputPlace(input.key))?.text}
                currency={currency}
                readOnly={false}
                templateBasis={template?.bases[input.key]?.text}
                note={undefined}
                version={version}
                onChange={change}
              />
            ))}
          </div>
        </DisabledUntilHydrated>
      </div>
      <div className={styles.result}>
        {problem === null ? null : (
          <Notice tone="wrong" title="These inputs have no result">
            <p>{problem}</p>
          </Notice>
        )}
        {result === null ? null : (
          <>
            <LiveAnswer draft={drawn} inputs={inputs} result={result} />
            <CumulativeCost result={result} currency={currency} calendar={calendar} model="Live comparison" />
          </>
        )}
        <div className={styles.keep}>
          <Button onClick={keep}>Keep it</Button>
          <p>
            {isSignedIn ? "Makes a model of it" : "Sign up and it becomes your first model"}, with all{" "}
            {inputList.length} inputs to change, who pays, the service levels of each, and the figures by year.
          </p>
        </div>
        {isNotKept ? (
          <Notice tone="wrong">
            <p>
              Your browser stores no data for this site, so the figures cannot come along. Allow it to store data, or
              begin a new model after signing in.
            </p>
          </Notice>
        ) : null}
      </div>
    </section>
  );
}
