"use client";

import { SegmentedControl } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { CumulativeCost, YearlyCost } from "@/app/_components/results/cost-charts";
import { FiguresTable } from "@/app/_components/results/tables/figures-table";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Section } from "@/app/_components/ui/page/section";
import { type View, viewNames, views } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import type { Calendar } from "@/lib/value/fiscal-year";
import styles from "./linked-page.module.css";

interface LinkedCostsProps {
  result: CostsResult;
  currency: string;
  calendar: Calendar;
  model: string;
  isPayPooled: boolean;
  canDownload: boolean;
  /** What stands between the charts and the table. */
  children: ReactNode;
}

/** The charts and the table of cost in one view. */
export function LinkedCosts({
  result,
  currency,
  calendar,
  model,
  isPayPooled,
  canDownload,
  children,
}: LinkedCostsProps) {
  const [view, setView] = useState<View>("cash");
  const shared = { result, currency, calendar, model, canDownload };
  return (
    <>
      <div className={styles.pair}>
        <CumulativeCost {...shared} />
        <YearlyCost {...shared} view={view} isPayPooled={isPayPooled} />
      </div>
      {children}
      <Section
        title="The figures"
        unit={`${currency}, by year and category`}
        action={
          <DisabledUntilHydrated>
            <SegmentedControl
              size="xs"
              aria-label="How purchases are spread over time"
              value={view}
              onChange={(value) => setView(value as View)}
              data={views.map((value) => ({ value, label: viewNames[value] }))}
            />
          </DisabledUntilHydrated>
        }
      >
        <FiguresTable result={result} view={view} currency={currency} calendar={calendar} isPayPooled={isPayPooled} />
      </Section>
    </>
  );
}
