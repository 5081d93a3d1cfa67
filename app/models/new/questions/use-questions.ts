"use client";

import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { changeDocument } from "@/app/_components/document/change-document";
import { initialState } from "@/app/_components/document/document-state";
import {
  checkBy,
  draftOf,
  inputsOf,
  type ModelChange,
  type ModelState,
  modelKind,
  openModel,
} from "@/app/_components/document/model-kind";
import { newOpenModel } from "@/app/_components/document/new-open-model";
import { beginningOf, type Figures } from "@/lib/draft/beginning";
import { type Beginning, beginWithFigures } from "@/lib/draft/figures/begin-with-figures";
import type { InputNote, ModelDraft } from "@/lib/draft/model";
import { isSameValue } from "@/lib/draft/same-value";
import { type AskedInput, askedInputs } from "@/lib/draft/starting-answers";
import type { Template } from "@/lib/model/templates/declaration";
import { checkDraft } from "@/lib/schemas/draft";
import type { Calendar } from "@/lib/value/fiscal-year";
import { parseStored, type StoredAnswers, type TypedAnswers } from "./typed-answers";

/** A template as far as the questions rest on it. */
export type StartTemplate = Pick<Template, "key" | "title" | "inputs" | "bases">;

const storedAs = "peerbalance.starting-answers";
const kind = modelKind(checkBy());
const reduce = (state: ModelState, change: ModelChange) => changeDocument(kind, state, change);
const isAsked = (key: string): key is AskedInput => (askedInputs as readonly string[]).includes(key);

/** What a model begins with before it is answered for: the template's figures, and over them those of the organisation. */
function begin(given: Calendar & Pick<Figures, "inputs">, beginning: Beginning): ModelDraft {
  return beginWithFigures(draftOf(newOpenModel(given)), beginning, new Set(), checkDraft).draft;
}

/** What a person states of a figure is theirs, and no longer the organisation's. */
function withoutFollowing(note: InputNote = {}): InputNote {
  const { follows: _, ...own } = note;
  return own;
}

/** The inputs that a change answers. */
function answeredBy(change: ModelChange): string[] {
  if (change.kind === "put") return change.place.kind === "input" ? [change.place.key] : [];
  return change.kind === "set" ? Object.keys(change.values) : [];
}

interface Questions {
  templates: readonly StartTemplate[];
  /** What the organisation's models begin with. */
  beginning: Beginning;
  /** What is started from where nothing is stored. */
  templateAtFirst: string;
  calendar: Calendar;
  /** The month of the bill that is offered first. */
  lastMonth: string;
}

/** The answers while they are typed. The tab holds them, so that a reload and a way back lose none. */
export function useQuestions({ templates, beginning, templateAtFirst, calendar, lastMonth }: Questions) {
  const [templateKey, setTemplateKey] = useState(templateAtFirst);
  const [name, setName] = useState("");
  const [typed, setTyped] = useState<TypedAnswers>({
    people: { operations: "", support: "", engineering: "", security: "" },
    bill: { amount: "", month: lastMonth },
  });
  const [answered, setAnswered] = useState<readonly AskedInput[]>([]);
  const of = (key: string) => templates.find((template) => template.key === key);
  const begunWith = (key: string) => begin({ ...calendar, inputs: of(key)?.inputs ?? {} }, beginning);
  const opened = (key: string, given?: StoredAnswers["answers"]) => {
    const begun = begunWith(key);
    return openModel({ ...begun, ...beginningOf([begun, given ?? {}]), notes: { ...begun.notes, ...given?.notes } });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it begins with changes with the template alone.
  const begun = useMemo(() => begunWith(templateKey), [templateKey]);
  const [state, reduceModel] = useReducer(reduce, null, () => initialState(opened(templateAtFirst)));
  const { draft } = state;
  const answers = useMemo((): StoredAnswers["answers"] => {
    const inputs = inputsOf(draft);
    const noted = askedInputs.filter((key) => draft.notes[key] && !isSameValue(draft.notes[key], begun.notes[key]));
    return {
      inputs: Object.fromEntries(answered.map((key) => [key, inputs[key]])),
      notes: Object.fromEntries(noted.map((key) => [key, withoutFollowing(draft.notes[key])])),
      register: draft.register,
    };
  }, [answered, draft, begun]);

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
    ...{ templateKey, template: of(templateKey), begun, chooseTemplate },
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
