import { expect, it } from "vitest";
import type { ModelDraft } from "@/lib/draft/model";
import { KeptMoney } from "./kept-money";

const draft = () => ({}) as ModelDraft;

it("tells the server of each answer once", () => {
  const keeping = new KeptMoney();
  const [first, relabelled, typedOn, undone] = [draft(), draft(), draft(), draft()];
  keeping.note(first, 1);
  expect(keeping.sinceSaved(first)).toBe(1);
  keeping.landed(first);
  keeping.note(relabelled, 0.5);
  expect(keeping.sinceSaved(relabelled)).toBe(0.5);
  // Not sent yet, and typed on: the newest draft carries it.
  keeping.note(typedOn, 0.5);
  expect(keeping.sinceSaved(typedOn)).toBe(0.5);
  keeping.landed(typedOn);
  expect(keeping.sinceSaved(typedOn)).toBe(1);
  keeping.note(undone, 1);
  expect(keeping.sinceSaved(undone)).toBe(2);
});

it("carries nothing for a draft of which it knows nothing", () => {
  const keeping = new KeptMoney();
  keeping.saved = 0.5;
  expect(keeping.sinceSaved(draft())).toBe(1);
});
