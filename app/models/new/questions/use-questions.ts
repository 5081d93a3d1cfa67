"use client";

import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { changeDocument } from "@/app/_components/document/change-document";
import { initialState } from "@/app/_components/document/document-state";
import { checkBy, inputsOf, type ModelChange, type ModelState, modelKind } from "@/app/_components/document/model-kind";
import { newOpenModel } from "@/app/_components/document/new-open-model";
import { type AskedInput, askedInputs } from "@/lib/draft/starting-answers";
import type { Template } from "@/lib/model/templates/declaration";
import type { Calendar } from "@/lib/value/fiscal-year";
import { parseStored, type StoredAnswers, type TypedAnswers } from "./typed-answers";

/** A template as far as the questions rest on it. */
export type StartTemplate = Pick<Template, "key" | "title" | "inputs" | "bases">;

const storedAs = "peerbalance.starting-answers";
const kind = modelKind(checkBy());
const reduce = (state: ModelState, change: ModelChange) => changeDocument(kind, state, change);
const isAsked = (key: string): key is AskedInput => (askedInputs as readonly string[]).includes(key);

/** The inputs that a change answers. */
function answeredBy(change: ModelChange): string[] {
  if (change.kind === "put") return change.place.kind === "input" ? [change.place.key] : [];
  return change.kind === "set" ? Object.keys(change.values) : [];
}

interface Questions {
  templates: readonly StartTemplate[];
  /** What is started from where nothing is stored. */
  templateAtFirst: string;
  calendar: Calendar;
  /** The month of the bill that is offered first. */
  lastMonth: string;
}

/** The answers while they are typed. The tab holds them, so that a reload and a way back lose none. */
export function useQuestions({ templates, templateAtFirst, calendar, lastMonth }: Questions) {
  const [templateKey, setTemplateKey] = useState(templateAtFirst);
  const [name, setName] = useState("");
  const [typed, setTyped] = useState<TypedAnswers>({
    people: { operations: "", support: "", engineering: "", security: "" },
    bill: { amount: "", month: lastMonth },
  });
  const [answered, setAnswered] = useState<readonly AskedInput[]>([]);
  const of = (key: string) => templates.find((template) => template.key === key);
  const opened = (key: string, given?: StoredAnswers["answers"]) =>
    newOpenModel({ ...calendar, ...given, inputs: { ...of(key)?.inputs, ...given?.inputs } });
  const [state, reduceModel] = useReducer(reduce, null, () => initialState(opened(templateAtFirst)));
  const { draft } = state;
  const answers = useMemo((): StoredAnswers["answers"] => {
    const inputs = inputsOf(draft);
    return {
      inputs: Object.fromEntries(answered.map((key) => [key, inputs[key]])),
      notes: draft.notes,
      register: draft.register,
    };
  }, [answered, draft]);

  const change = useCallback((change: ModelChange) => {
    const added = answeredBy(change).filter(isAsked);
    if (added.length > 0) setAnswered((keys) => [...new Set([...keys, ...added])]);
    if (change.kind === "reset") setAnswered((keys) => keys.filter((key) => !change.keys.includes(key)));
    reduceModel(change);
  }, []);

  /** What was answered stays, and the rest is another template's. */
  function chooseTemplate(key: string, given = answers) {
    setTemplateKey(key);
    reduceModel({ kind: "replace", draft: opened(key, given) });
  }

  const [isTakenUp, setTakenUp] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored is taken up once.
  useEffect(() => {
    const stored = parseStored(sessionItem());
    if (stored !== null) {
      setName(stored.name);
      setTyped({ people: stored.people, bill: stored.bill });
      setAnswered(Object.keys(stored.answers.inputs).filter(isAsked));
      // A link that names a template is followed.
      chooseTemplate(templateAtFirst || (of(stored.templateKey) ? stored.templateKey : ""), stored.answers);
    }
    setTakenUp(true);
  }, []);
  useEffect(() => {
    if (isTakenUp) store({ templateKey, name, ...typed, answers });
  }, [isTakenUp, templateKey, name, typed, answers]);

  return {
    ...{ templateKey, template: of(templateKey), chooseTemplate },
    ...{ name, setName, typed, setTyped, answers, state, change },
  };
}

function sessionItem(): string | null {
  try {
    return sessionStorage.getItem(storedAs);
  } catch {
    return null;
  }
}

function store(answers: StoredAnswers): void {
  try {
    sessionStorage.setItem(storedAs, JSON.stringify(answers));
  } catch {
    // A browser that stores nothing loses what was typed with the page, and nothing else.
  }
}

/** Once a model is made of them. */
export function forgetAnswers(): void {
  try {
    sessionStorage.removeItem(storedAs);
  } catch {}
}
