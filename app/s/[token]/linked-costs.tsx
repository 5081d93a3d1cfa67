"use client";

import type { ReactNode } from "react";
import { CumulativeCost, YearlyCost } from "@/app/_components/results/cost-charts";
import { FiguresTable } from "@/app/_components/results/tables/figures-table";
import { Section } from "@/app/_components/ui/page/section";
import { useViewSettings } from "@/app/_components/view/use-view-settings";
import { ViewSwitch } from "@/app/_components/view/view-switches";
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
  const [{ view }, change] = useViewSettings();
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
        action={<ViewSwitch view={view} onChange={change} />}
      >
        <FiguresTable result={result} view={view} currency={currency} calendar={calendar} isPayPooled={isPayPooled} />
      </Section>
    </>
  );
}
