"use client";

import { memo } from "react";
import { ChoiceSwitch } from "@/app/_components/ui/fields/choice-switch";
import { type Span, spans } from "@/lib/analysis/columns";
import { type View, viewNames, views } from "@/lib/model/architectures";
import type { ChangeSettings } from "./use-view-settings";

const viewChoices = views.map((value) => ({ value, label: viewNames[value] }));

/** How purchases are spread over time. Typing a figure does not draw it again. */
export const ViewSwitch = memo(function ViewSwitch({ view, onChange }: { view: View; onChange: ChangeSettings }) {
  const label = "How purchases are spread over time";
  return <ChoiceSwitch label={label} value={view} choices={viewChoices} onChange={(view) => onChange({ view })} />;
});

const spanNames: Record<Span, string> = { year: "By year", fiscalYear: "By fiscal year", month: "By month" };
const spanChoices = spans.map((value) => ({ value, label: spanNames[value] }));

/** How long a column is. */
export const SpanSwitch = memo(function SpanSwitch({ by, onChange }: { by: Span; onChange: ChangeSettings }) {
  return (
    <ChoiceSwitch label="How long a column is" value={by} choices={spanChoices} onChange={(by) => onChange({ by })} />
  );
});
