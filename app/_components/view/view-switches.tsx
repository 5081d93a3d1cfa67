"use client";

import { SegmentedControl } from "@mantine/core";
import { memo } from "react";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { type Span, spans } from "@/lib/analysis/columns";
import { type View, viewNames, views } from "@/lib/model/architectures";
import type { ChangeSettings } from "./use-view-settings";

const viewChoices = views.map((value) => ({ value, label: viewNames[value] }));

/** How purchases are spread over time. Typing a figure does not draw it again. */
export const ViewSwitch = memo(function ViewSwitch({ view, onChange }: { view: View; onChange: ChangeSettings }) {
  return (
    <DisabledUntilHydrated>
      <SegmentedControl
        size="xs"
        aria-label="How purchases are spread over time"
        value={view}
        onChange={(value) => onChange({ view: value as View })}
        data={viewChoices}
      />
    </DisabledUntilHydrated>
  );
});

const spanNames: Record<Span, string> = { year: "By year", fiscalYear: "By fiscal year", month: "By month" };
const spanChoices = spans.map((value) => ({ value, label: spanNames[value] }));

/** How long a column is. */
export const SpanSwitch = memo(function SpanSwitch({ by, onChange }: { by: Span; onChange: ChangeSettings }) {
  return (
    <DisabledUntilHydrated>
      <SegmentedControl
        size="xs"
        aria-label="How long a column is"
        value={by}
        onChange={(value) => onChange({ by: value as Span })}
        data={spanChoices}
      />
    </DisabledUntilHydrated>
  );
});
