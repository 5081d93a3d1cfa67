import { takeTurnOnServer } from "@/app/_components/results/turn-on-server";
import type { CostModelFull } from "@/lib/draft/model";
import type { ScenarioDraft } from "@/lib/draft/scenario/scenario";
import { rowsOf } from "@/lib/draft/scenario/scenario-rows";
import { evaluateScenario } from "./evaluate-scenario";

/** On a server, works out each scenario in a turn of its own; what shows them finds them worked out. */
export function useEvaluatedOnServer(
  model: CostModelFull,
  own: readonly Pick<ScenarioDraft, "inputs" | "rows">[],
): void {
  if (typeof window !== "undefined") return;
  for (const scenario of own) {
    takeTurnOnServer(rowsOf(model, scenario));
    evaluateScenario(model, scenario);
  }
}
