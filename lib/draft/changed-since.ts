import type { ModelDraft } from "@/lib/draft/model";
import type { InputKey } from "@/lib/model/inputs";

type Stated = Pick<ModelDraft, "inputs" | "notes" | "currencyRate">;

/** Whether an input, or what is noted beside it, is another than before. Another currency is another figure, and no other assumption. */
export function isChangedSince(before: Stated, now: Stated, key: InputKey): boolean {
  const isSameMoney = now.currencyRate === before.currencyRate;
  return (
    (isSameMoney && now.inputs[key] !== before.inputs[key]) ||
    JSON.stringify(now.notes[key]) !== JSON.stringify(before.notes[key])
  );
}
