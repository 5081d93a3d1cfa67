"use client";

import { useMemo } from "react";
import { useViewSettings } from "@/app/_components/view/use-view-settings";
import type { ModelDraft } from "@/lib/draft/model";
import { inputsOf, type ScenarioFull } from "@/lib/draft/scenario/scenario";
import { rowsOf } from "@/lib/draft/scenario/scenario-rows";
import { completeInputs } from "@/lib/model/currency";
import { useEvaluation } from "./use-evaluation";
import { useOwnRows } from "./use-own-rows";

/** The figures that a page shows, worked out: those of the scenario that the address names, else the model's own. */
export function useShownFigures(draft: ModelDraft, scenarios: readonly ScenarioFull[]) {
  const [settings, change] = useViewSettings();
  const scenario = scenarios.find(({ id }) => id === settings.scenarios?.[0]);
  const own = useOwnRows(draft);
  const inputs = useMemo(
    () => completeInputs(scenario === undefined ? draft.inputs : inputsOf(draft.inputs, scenario), draft.currencyRate),
    [draft.inputs, draft.currencyRate, scenario],
  );
  const rows = useMemo(() => rowsOf(own, scenario ?? {}), [own, scenario]);
  return { settings, change, scenario, inputs, rows, ...useEvaluation(inputs, rows) };
}
