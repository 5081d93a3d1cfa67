"use client";

import { SegmentedControl } from "@mantine/core";
import { memo, useMemo, useState } from "react";
import { CommentMarker } from "@/app/_components/comments/comment-marker";
import type { ModelChange } from "@/app/_components/document/model-kind";
import { CumulativeCost, YearlyCost } from "@/app/_components/results/cost-charts";
import { FiguresTable } from "@/app/_components/results/tables/figures-table";
import { PayersTable } from "@/app/_components/results/tables/payers-table";
import { PrintedTable } from "@/app/_components/results/tables/printed-table";
import { ServiceTable } from "@/app/_components/results/tables/service-table";
import { EnergyTable } from "@/app/_components/sensitivity/energy-table";
import { EqualiseService } from "@/app/_components/sensitivity/equalise-service";
import { ownRanges } from "@/app/_components/sensitivity/own-ranges";
import { ReportEnd } from "@/app/_components/sensitivity/report";
import { RestsOn } from "@/app/_components/sensitivity/rests-on";
import { ScaleCost } from "@/app/_components/sensitivity/scale-cost";
import { untouchedAssumptions } from "@/app/_components/sensitivity/untouched-assumptions";
import { useVerdict } from "@/app/_components/sensitivity/use-verdict";
import verdicts from "@/app/_components/sensitivity/verdict.module.css";
import { VerdictLines } from "@/app/_components/sensitivity/verdict-lines";
import { DeferOffscreen } from "@/app/_components/ui/hydration/defer-offscreen";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { useLater } from "@/app/_components/ui/hydration/use-later";
import { Section } from "@/app/_components/ui/page/section";
import type { OwnRanges } from "@/lib/analysis/sensitivity/input-range";
import type { CostModelFull, ModelDraft } from "@/lib/draft/model";
import { type Architecture, type View, viewNames, views } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import type { TemplateBases } from "@/lib/model/templates/declaration";
import { workedExampleOf } from "@/lib/model/worked-examples";
import styles from "./model-editor.module.css";

interface ModelFiguresProps {
  model: CostModelFull;
  /** The draft of these figures. */
  draft: ModelDraft;
  /** The draft's complete inputs, and their result. */
  inputs: Inputs;
  result: ModelResult;
  /** The template's figures in the model's currency, and their bases. */
  starting: Partial<Inputs>;
  bases: TemplateBases;
  onChange: (change: ModelChange) => void;
}

/** The figures below the answer. They do not depend on unfinished typing, so that a key does not wait for them. */
export const ModelFigures = memo(function ModelFigures(props: ModelFiguresProps) {
  const { model, draft, inputs, result, starting, bases, onChange } = props;
  const [view, setView] = useState<View>("cash");
  const { currency, startMonth, fiscalYearStart } = draft;
  const calendar = useMemo(() => ({ startMonth, fiscalYearStart }), [startMonth, fiscalYearStart]);
  const untouched = useMemo(
    () => untouchedAssumptions(inputs, starting, bases, draft.currencyRate),
    [inputs, starting, bases, draft.currencyRate],
  );
  // Typing a note changes no range: the verdict is not worked out anew for it.
  const rangesText = JSON.stringify(ownRanges(draft.notes));
  const ranges = useMemo(() => JSON.parse(rangesText) as OwnRanges, [rangesText]);
  const verdict = useVerdict({ inputs, lines: draft.customLines, rate: draft.currencyRate, ranges, untouched });
  const example = workedExampleOf(model.templateKey);
  const current = useMemo(() => ({ result, inputs, draft, calendar }), [result, inputs, draft, calendar]);
  // The charts are drawn after the tables in any case: their data can wait.
  const charted = useLater(current);
  const months = `over ${result.months.length - 1} months`;
  return (
    <>
      <div className={styles.verdictLines}>
        <VerdictLines verdict={verdict} first={result.ranking[0] as Architecture} />
        <div className={verdicts.comment}>
          <CommentMarker subject={{ kind: "result", key: "answer" }} isAlwaysShown />
        </div>
      </div>
      <div className={styles.charts}>
        <CumulativeCost
          result={charted.result}
          currency={charted.draft.currency}
          calendar={charted.calendar}
          model={charted.draft.name}
        />
        <YearlyCost
          result={charted.result}
          currency={charted.draft.currency}
          calendar={charted.calendar}
          view={view}
          model={charted.draft.name}
        />
      </div>
      <div className={verdicts.pair}>
        <ScaleCost
          verdict={verdict}
          ranking={charted.result.ranking}
          currency={charted.draft.currency}
          model={charted.draft.name}
        />
        <div className={verdicts.stack}>
          <Section title="Who pays" unit={`${currency}, ${months}`}>
            <DeferOffscreen value={current}>
              {(of) => <PayersTable result={of.result} currency={of.draft.currency} />}
            </DeferOffscreen>
          </Section>
          <Section title="Energy and carbon" unit={months}>
            <DeferOffscreen value={current}>{(of) => <EnergyTable result={of.result} />}</DeferOffscreen>
          </Section>
        </div>
      </div>
      <RestsOn verdict={verdict} currency={currency} />
      <EqualiseService
        equalise={verdict.equalise}
        inputs={inputs}
        result={result}
        currency={currency}
        readOnly={!model.canEdit}
        onChange={onChange}
      >
        <DeferOffscreen value={current}>
          {(of) => <ServiceTable result={of.result} inputs={of.inputs} />}
        </DeferOffscreen>
      </EqualiseService>
      <Section
        title="The figures"
        unit={`${currency}, by year and category`}
        action={<ViewSwitch view={view} onChange={setView} />}
      >
        <DeferOffscreen value={current}>
          {(of) => <FiguresTable result={of.result} view={view} currency={of.draft.currency} calendar={of.calendar} />}
        </DeferOffscreen>
      </Section>
      {example === undefined ? null : (
        <Section title="Published case" unit={`published figures beside those of this model: ${example.title}`}>
          <DeferOffscreen value={current}>
            {(of) => (
              <PrintedTable
                title={example.title}
                rows={example.figures.map((figure) => ({ ...figure, here: figure.of(of.result) }))}
              />
            )}
          </DeferOffscreen>
        </Section>
      )}
      <DeferOffscreen value={current}>
        {(of) => <ReportEnd version={model.modelVersion} draft={of.draft} starting={starting} bases={bases} />}
      </DeferOffscreen>
    </>
  );
});

/** The view of the table and the chart of years. Typing a figure does not redraw it. */
const ViewSwitch = memo(function ViewSwitch({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  return (
    <DisabledUntilHydrated>
      <SegmentedControl
        size="xs"
        aria-label="How purchases are spread over time"
        value={view}
        onChange={(value) => onChange(value as View)}
        data={views.map((value) => ({ value, label: viewNames[value] }))}
      />
    </DisabledUntilHydrated>
  );
});
