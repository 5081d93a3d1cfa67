import type { ModelChange } from "@/app/_components/document/model-kind";
import type { OfferedFigure } from "@/lib/draft/figures/follow";
import { takenParts } from "@/lib/draft/figures/take-figures";
import type { ModelDraft } from "@/lib/draft/model";
import { input } from "@/lib/model/inputs";
import { inputName } from "@/lib/value/input-name";

/** Takes figures into a draft at one stroke: one step to undo, and one revision of its own, which says so. */
export function takeChange(draft: ModelDraft, figures: readonly OfferedFigure[]): ModelChange {
  const [first] = figures;
  const what =
    figures.length === 1 && first !== undefined
      ? `organisation’s figure for ${inputName(input[first.key])}`
      : `${figures.length} of the organisation’s figures`;
  const note = figures.length === 1 ? `Took the ${what}` : `Took ${what}`;
  return { kind: "parts", label: what, note, parts: takenParts(draft, figures) };
}
