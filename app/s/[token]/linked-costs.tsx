"use client";

import { type ComponentProps, type ReactNode, Suspense, use, useDeferredValue, useMemo } from "react";
import { BreakdownControls } from "@/app/_components/breakdown/breakdown-controls";
import { BreakdownTable } from "@/app/_components/breakdown/breakdown-table";
import { writtenBreakdown } from "@/app/_components/breakdown/written-breakdown";
import { YearlyCost } from "@/app/_components/results/cost-charts";
import { DifferenceSection } from "@/app/_components/results/difference-section";
import { HorizonSection } from "@/app/_components/results/horizon-section";
import { DetailsButton } from "@/app/_components/ui/page/details-button";
import { Section } from "@/app/_components/ui/page/section";
import { useViewSettings } from "@/app/_components/view/use-view-settings";
import { breakdown } from "@/lib/analysis/breakdown";
import type { CostBands } from "@/lib/analysis/uncertainty/cost-bands";
import type { Architecture } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import type { NetPresentCosts } from "@/lib/model/result";
import type { Calendar } from "@/lib/value/fiscal-year";
import styles from "./linked-page.module.css";

/** The bands of the trials, and whom they weigh moving to where something runs today. */
export type LinkedBands = CostBands & { readonly movingTo: Architecture | null };

interface LinkedCostsProps {
  result: CostsResult;
  netPresent: NetPresentCosts;
  currency: string;
  calendar: Calendar;
  /** In words: "8 %". */
  discountRate: string;
  model: string;
  isPayPooled: boolean;
  /** The bands of the trials, once they are in; null where there are none. */
  bands: Promise<LinkedBands | null> | null;
  /** What runs today; null where nothing does. */
  today: Architecture | null;
  canDownload: boolean;
  /** What stands between the charts and the table. */
  children: ReactNode;
}

/** The charts and the table of cost, as the address says. */
export function LinkedCosts(props: LinkedCostsProps) {
  const { result, netPresent, currency, calendar, discountRate, model, isPayPooled, canDownload, children } = props;
  const { bands, today } = props;
  const [settings, change] = useViewSettings();
  const settled = useDeferredValue(settings);
  const shared = { result, currency, calendar, model, canDownload };
  const isAgainstToday = settings.against === "today";
  const against = isAgainstToday ? today : null;
  const difference = { ...shared, today, isAgainstToday };
  const written = useMemo(() => {
    const { view, by, base, zeros } = settled;
    const against = settled.against === "today" ? today : null;
    // What demand is divided by does not leave the server.
    const options = { view, span: by, measure: "money" as const, base, against, calendar, isPayPooled };
    const table = breakdown(result, netPresent, null, options);
    return writtenBreakdown(table, { view, measure: "money", against, currency, calendar, discountRate, zeros });
  }, [result, netPresent, settled, today, currency, calendar, discountRate, isPayPooled]);
  const excluded = useMemo(
    () => result.ranking.filter((architecture) => !result.architectures[architecture].eligible),
    [result],
  );
  return (
    <>
      <div className={styles.charts}>
        <Suspense fallback={<DifferenceSection {...difference} uncertainty={null} movingTo={null} />}>
          <WithBands {...difference} bands={bands} />
        </Suspense>
        <div data-detail>
          <HorizonSection {...shared} against={against} isPayPooled={isPayPooled} />
        </div>
      </div>
      <DetailsButton />
      <div className={styles.rest} data-detail>
        <YearlyCost {...shared} view={settled.view} against={against} isPayPooled={isPayPooled} />
        {children}
        <Section title="The figures" unit={`${currency}, by category`}>
          <div className={styles.switches}>
            <BreakdownControls settings={settings} hasToday={today !== null} onChange={change} />
          </div>
          <BreakdownTable written={written} currency={currency} span={settled.by} excluded={excluded} />
        </Section>
      </div>
    </>
  );
}

function WithBands({
  bands,
  ...rest
}: Omit<ComponentProps<typeof DifferenceSection>, "uncertainty" | "movingTo"> & Pick<LinkedCostsProps, "bands">) {
  const known = bands && use(bands);
  return <DifferenceSection {...rest} uncertainty={known} movingTo={known?.movingTo ?? null} />;
}
