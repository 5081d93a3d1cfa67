import { useDeclaredOnServer } from "@/app/_components/results/use-declared-on-server";
import type { CostModelFull } from "@/lib/draft/model";
import type { ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { rowsOf } from "@/lib/draft/scenario/scenario-rows";
import { evaluateScenario } from "./evaluate-scenario";

/** On a server, declares and works out each scenario in turns of their own; what shows them finds them worked out. */
export function useEvaluatedOnServer(
  model: CostModelFull,
  own: readonly Pick<ScenarioDraft, "inputs" | "rows">[],
): void {
  if (typeof window !== "undefined") return;
  for (const scenario of own) {
    // biome-ignore lint/correctness/useHookAtTopLevel: it keeps nothing from one rendering to the next.
    useDeclaredOnServer(rowsOf(model, scenario));
    evaluateScenario(model, scenario);
  }
}
