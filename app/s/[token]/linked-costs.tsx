"use client";

import type { ReactNode } from "react";
import { YearlyCost } from "@/app/_components/results/cost-charts";
import { DifferenceSection } from "@/app/_components/results/difference-section";
import { HorizonSection } from "@/app/_components/results/horizon-section";
import { FiguresTable } from "@/app/_components/results/tables/figures-table";
import { Section } from "@/app/_components/ui/page/section";
import { useViewSettings } from "@/app/_components/view/use-view-settings";
import { ViewSwitch } from "@/app/_components/view/view-switches";
import type { CostBands } from "@/lib/analysis/uncertainty/cost-bands";
import type { Architecture } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import type { Calendar } from "@/lib/value/fiscal-year";
import styles from "./linked-page.module.css";

interface LinkedCostsProps {
  result: CostsResult;
  currency: string;
  calendar: Calendar;
  model: string;
  isPayPooled: boolean;
  /** The bands of the trials; null where there are none. */
  uncertainty: CostBands | null;
  /** What runs today, or "none". */
  today: string;
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
  uncertainty,
  today,
  canDownload,
  children,
}: LinkedCostsProps) {
  const [{ view }, change] = useViewSettings();
  const shared = { result, currency, calendar, model, canDownload };
  return (
    <>
      <div className={styles.charts}>
        <DifferenceSection
          {...shared}
          uncertainty={uncertainty}
          today={today === "none" ? null : (today as Architecture)}
        />
        <HorizonSection {...shared} isPayPooled={isPayPooled} />
      </div>
      <YearlyCost {...shared} view={view} isPayPooled={isPayPooled} />
      {children}
      <Section
        title="The figures"
        unit={`${currency}, by year and category`}
        action={<ViewSwitch view={view} onChange={change} />}
      >
        <FiguresTable result={result} view={view} currency={currency} calendar={calendar} isPayPooled={isPayPooled} />
      </Section>
    </>
  );
}
