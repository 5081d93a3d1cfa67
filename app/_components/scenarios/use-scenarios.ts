"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { useDocuments } from "@/app/_components/document/use-documents";
import type { CostModelFull } from "@/lib/draft/model";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import { type ScenarioActions, ScenarioList } from "./scenario-list";

/** The scenarios of a model, what can be done with them, and each as it stands now. */
export function useScenarios(model: CostModelFull, given: readonly ScenarioFull[], actions: ScenarioActions) {
  const [list] = useState(() => new ScenarioList(model, given, actions));
  const read = () => list.now;
  const { documents, deleted, message } = useSyncExternalStore(list.subscribe, read, read);
  const scenarios = useDocuments(documents);
  useEffect(() => list.follow(model), [list, model]);
  return { list, documents, scenarios, deleted, message };
}
