"use client";

import type { ReactNode } from "react";
import { ChoiceSwitch } from "@/app/_components/ui/fields/choice-switch";
import { useViewSettings } from "./use-view-settings";

const choices = [
  { value: "nothing", label: "Totals" },
  { value: "today", label: "Against today" },
] as const;

/** Whether figures are totals or differences from going on as now. Offered only where something runs today. */
export function AgainstSwitch() {
  const [{ against }, change] = useViewSettings();
  return (
    <ChoiceSwitch
      label="What figures are compared with"
      value={against}
      choices={choices}
      onChange={(against) => change({ against })}
    />
  );
}

/** Of two views the one that the address asks for: what the server draws can be chosen from without asking it again. */
export function EitherView({ totals, againstToday }: { totals: ReactNode; againstToday: ReactNode }) {
  const [{ against }] = useViewSettings();
  return against === "today" ? againstToday : totals;
}
