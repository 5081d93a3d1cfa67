"use client";

import { memo, useMemo } from "react";
import { BuiltTable } from "@/app/_components/breakdown/built-table";
import type { ModelChange } from "@/app/_components/document/model-kind";
import { DifferenceSection } from "@/app/_components/results/difference-section";
import { HorizonSection } from "@/app/_components/results/horizon-section";
import { PayersTable } from "@/app/_components/results/tables/payers-table";
import { ServiceTable } from "@/app/_components/results/tables/service-table";
import { EnergyTable } from "@/app/_components/sensitivity/energy-table";
import { MatchService } from "@/app/_components/sensitivity/match-service";
import { ReportEnd } from "@/app/_components/sensitivity/report";
import { RestsOn } from "@/app/_components/sensitivity/rests-on";
import { ScaleCost } from "@/app/_components/sensitivity/scale-cost";
import verdicts from "@/app/_components/sensitivity/verdict.module.css";
import { useLater } from "@/app/_components/ui/hydration/use-later";
import { DetailsButton } from "@/app/_components/ui/page/details-button";
import { Section } from "@/app/_components/ui/page/section";
import type { Doubt } from "@/app/_components/verdict/trials/use-doubt";
import { useViewSettings } from "@/app/_components/view/use-view-settings";
import { movingTo } from "@/lib/analysis/against-today/moving";
import { verdictOf } from "@/lib/analysis/verdict/verdict";
import type { CostModelFull, ModelDraft } from "@/lib/draft/model";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import type { TemplateBases } from "@/lib/model/templates/declaration";
import { todayOf } from "@/lib/model/today-of";
import { DeferOffscreen } from "./defer-offscreen";
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
  doubt: Doubt;
  onChange: (change: ModelChange) => void;
}

/** The figures below the answer. They do not depend on unfinished typing, so that a key does not wait for them. */
export const ModelFigures = memo(function ModelFigures(props: ModelFiguresProps) {
  const { model, draft, inputs, result, starting, bases, doubt, onChange } = props;
  const { currency, startMonth, fiscalYearStart } = draft;
  const { trials, singles } = doubt;
  const calendar = useMemo(() => ({ startMonth, fiscalYearStart }), [startMonth, fiscalYearStart]);
  const current = useMemo(
    () => ({ result, inputs, draft, calendar, explained: { ...draft, id: model.id } }),
    [result, inputs, draft, calendar, model.id],
  );
  // The charts are drawn after the tables in any case: their data can wait.
  const charted = useLater(current);
  const months = `over ${result.months.length - 1} months`;
  const today = todayOf(charted.inputs);
  const [{ against }] = useViewSettings();
  const isAgainstToday = against === "today";
  const againstOf = (of: Inputs) => (isAgainstToday ? todayOf(of) : null);
  const saved = againstOf(inputs) === null ? "" : ", less than going on as now; below zero more";
  const to = useMemo(() => {
    const given = { result: charted.result, inputs: charted.inputs };
    // Trials of other figures say nothing of these.
    const uncertainty = charted.result === result ? trials.fresh : null;
    return today && movingTo(given.result, today, uncertainty, verdictOf({ ...given, uncertainty }));
  }, [charted, result, today, trials.fresh]);
  return (
    <>
      <div className={styles.charts}>
        <DifferenceSection
          result={charted.result}
          uncertainty={charted.result === result ? trials.fresh : null}
          today={today}
          isAgainstToday={isAgainstToday}
          movingTo={to}
          currency={charted.draft.currency}
          calendar={charted.calendar}
          model={charted.draft.name}
        />
        <div data-detail>
          <HorizonSection
            result={charted.result}
            currency={charted.draft.currency}
            model={charted.draft.name}
            against={againstOf(charted.inputs)}
          />
        </div>
      </div>
      <DetailsButton />
      <div className={styles.rest} data-detail>
        <RestsOn
          singles={singles}
          tried={trials.fresh}
          movingTo={isAgainstToday ? to : null}
          currency={currency}
          model={draft.name}
        />
        <Section title="Who pays" unit={`${currency}, ${months}${saved}`}>
          <DeferOffscreen value={current}>
            {(of) => <PayersTable result={of.result} currency={of.draft.currency} against={againstOf(of.inputs)} />}
          </DeferOffscreen>
        </Section>
        <Section title="What gets built" unit="servers, space, staff and peers">
          <DeferOffscreen value={current}>
            {(of) => (
              <BuiltTable
                model={of.explained}
                inputs={of.inputs}
                result={of.result}
                span="year"
                calendar={of.calendar}
              />
            )}
          </DeferOffscreen>
        </Section>
        <MatchService
          matched={singles.matched}
          inputs={inputs}
          result={result}
          currency={currency}
          readOnly={!model.canEdit}
          onChange={onChange}
        >
          <DeferOffscreen value={current}>
            {(of) => <ServiceTable result={of.result} inputs={of.inputs} />}
          </DeferOffscreen>
        </MatchService>
        <div className={verdicts.pair}>
          <ScaleCost
            curve={singles.curve}
            isStale={singles.isStale.curve}
            result={charted.result}
            against={againstOf(charted.inputs)}
            currency={charted.draft.currency}
            model={charted.draft.name}
          />
          <div className={verdicts.stack}>
            <Section title="Energy and carbon" unit={`${months}${saved}`}>
              <DeferOffscreen value={current}>
                {(of) => <EnergyTable result={of.result} against={againstOf(of.inputs)} />}
              </DeferOffscreen>
            </Section>
          </div>
        </div>
        <DeferOffscreen value={current}>
          {(of) => <ReportEnd version={model.modelVersion} draft={of.draft} starting={starting} bases={bases} />}
        </DeferOffscreen>
      </div>
    </>
  );
});
