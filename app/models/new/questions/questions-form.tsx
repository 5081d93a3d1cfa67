"use client";

import { NativeSelect } from "@mantine/core";
import { useDeferredValue, useMemo } from "react";
import { inputsOf } from "@/app/_components/document/model-kind";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import type { Beginning } from "@/lib/draft/figures/begin-with-figures";
import type { StartingAnswers } from "@/lib/draft/starting-answers";
import { completeInputs, declaredCurrency } from "@/lib/model/currency";
import { defaultInputs, type InputKey, input } from "@/lib/model/inputs";
import { ownRowsOf } from "@/lib/model/rows/own-rows";
import { answeredFigures } from "@/lib/starting/answered-figures";
import { modelledPeople, peopleOf } from "@/lib/starting/people";
import type { CalendarDay } from "@/lib/value/calendar";
import { describeInput } from "@/lib/value/describe-input";
import type { Calendar } from "@/lib/value/fiscal-year";
import { spoken } from "@/lib/value/spoken";
import type { Created } from "../made-model";
import { AskedField } from "./asked-field";
import { BillQuestion } from "./bill-question";
import { MachinesQuestion } from "./machines-question";
import { PeopleQuestion } from "./people-question";
import { Question } from "./question";
import styles from "./questions.module.css";
import { StartingSummary } from "./starting-summary";
import { readBill, readPeople } from "./typed-answers";
import { forgetAnswers, type StartTemplate, useQuestions } from "./use-questions";

interface QuestionsFormProps {
  templates: readonly StartTemplate[];
  /** What the organisation's models begin with. */
  beginning: Beginning;
  templateAtFirst: string;
  calendar: Calendar;
  lastMonth: string;
  today: CalendarDay;
  create: (input: { name: string; templateKey: string | null; answers: StartingAnswers }) => Promise<Created>;
}

/** The last questions, which ask for inputs and nothing else. */
const ofInputs: readonly { number: number; title: string; purpose: string; keys: readonly InputKey[] }[] = [
  {
    number: 5,
    title: "How much is it used?",
    purpose: "Today’s size; growth is among the inputs of the model.",
    keys: ["users", "storedTB", "egressTB"],
  },
  {
    number: 6,
    title: "What must it reach?",
    purpose: "An architecture that misses a target is left out of the ranking.",
    keys: ["targetAvailability", "targetAnnualLoss"],
  },
];

/** The first questions, and beside them what they come to; nothing is written before the model is created. */
export function QuestionsForm({ today, create, ...given }: QuestionsFormProps) {
  const questions = useQuestions(given);
  const { templates } = given;
  const { template, begun, typed, setTyped, state, change } = questions;
  const people = useMemo(() => readPeople(typed.people), [typed.people]);
  const bill = useMemo(() => readBill(typed.bill), [typed.bill]);
  const answers: StartingAnswers = useMemo(
    () => ({ ...questions.answers, people: people.value, bill: bill.value }),
    [questions.answers, people, bill],
  );
  // Typing has priority over what it comes to.
  const drawn = useDeferredValue(answers);
  const answered = useMemo(() => answeredFigures(begun, drawn, today), [begun, drawn, today]);
  const inputs = useMemo(() => inputsOf(state.draft), [state.draft]);
  const modelled = useMemo(
    () =>
      modelledPeople(completeInputs({ ...begun.inputs, ...drawn.inputs }, 1), {
        ...ownRowsOf(begun),
        register: drawn.register,
      }),
    [begun, drawn],
  );
  const start = (key: InputKey) =>
    describeInput(input[key], begun.inputs[key] ?? defaultInputs[key], declaredCurrency).replace(/^./, (first) =>
      first.toLowerCase(),
    );
  const asked = (key: InputKey) => (
    <AskedField
      key={`${key} ${questions.templateKey}`}
      inputKey={key}
      state={state}
      template={template}
      begun={begun}
      onChange={change}
    />
  );
  const faults = [
    ...[...state.refused].map(([, { message }]) => message),
    ...[...state.faults, ...people.faults, ...bill.faults, ...answered.faults].map(({ message }) => message),
  ];
  return (
    <div className={styles.columns}>
      <DisabledUntilHydrated>
        <div className={styles.questions}>
          <NativeSelect
            label="What is not answered is taken from"
            value={questions.templateKey}
            onChange={(event) => questions.chooseTemplate(event.currentTarget.value)}
            data={[
              { value: "", label: "The default service" },
              ...templates.map(({ key, title }) => ({ value: key, label: title })),
            ]}
            className={styles.template ?? ""}
          />
          <Question
            number={1}
            title="What runs today?"
            purpose="The others are compared with it, and moving away from it costs something."
            skipped={`${start("currentArchitecture")}.`}
          >
            <div className={styles.fields}>{asked("currentArchitecture")}</div>
          </Question>
          <Question
            number={2}
            title="Which machines stand?"
            purpose="One row for machines that are alike. They serve until their life ends, and are bought again then."
            skipped={`where own servers or a hybrid run, what the first month needs stands, ${start("currentAgeMonths")} old.`}
          >
            <MachinesQuestion state={state} inputs={inputs} onChange={change} />
          </Question>
          <Question
            number={3}
            title="What does the cloud cost a month?"
            purpose="Its prices, discounts and utilisation move within their ranges until the model comes to your bill."
            skipped="published prices with their usual discounts."
          >
            <BillQuestion texts={typed.bill} faults={bill.faults} onTexts={(bill) => setTyped({ ...typed, bill })} />
          </Question>
          <Question
            number={4}
            title="Who works on it?"
            purpose={`Full-time equivalents for ${spoken[peopleOf(inputs)].within}. The other architectures follow in the model’s own ratio.`}
            skipped="whom the model takes, as it stands beside each."
          >
            <PeopleQuestion
              texts={typed.people}
              faults={people.faults}
              modelled={modelled}
              onTexts={(people) => setTyped({ ...typed, people })}
            />
          </Question>
          {ofInputs.map(({ keys, ...words }) => (
            <Question key={words.number} {...words} skipped={`${keys.map(start).join(", ")}.`}>
              <div className={styles.fields}>{keys.map(asked)}</div>
            </Question>
          ))}
        </div>
      </DisabledUntilHydrated>
      <StartingSummary
        name={questions.name}
        suggestion={template?.title ?? ""}
        onName={questions.setName}
        begun={begun}
        answers={drawn}
        answered={answered}
        faults={faults}
        create={(name) => create({ name, templateKey: questions.templateKey || null, answers })}
        onCreated={forgetAnswers}
      />
    </div>
  );
}
