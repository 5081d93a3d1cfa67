"use client";

import { useDeferredValue, useMemo } from "react";
import { rememberSaved } from "@/app/_components/document/saving/newest-known";
import { useNewestKnown } from "@/app/_components/document/saving/use-newest-known";
import { YearlyCost } from "@/app/_components/results/cost-charts";
import { takeTurnOnServer } from "@/app/_components/results/turn-on-server";
import { useShownFigures } from "@/app/_components/results/use-shown-figures";
import { FiguresOf } from "@/app/_components/view/figures-of";
import { breakdown, demandOf } from "@/lib/analysis/breakdown";
import type { CostModelFull } from "@/lib/draft/model";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import { evaluateWhole, netPresentOf } from "@/lib/model/evaluate";
import { input } from "@/lib/model/inputs";
import { todayOf } from "@/lib/model/today-of";
import { signedText } from "@/lib/value/describe-input";
import { downloadRows, fileName } from "../charts/download";
import { useComments } from "../comments/comments-context";
import { AccessNotice } from "../live/access-notice";
import { useModelEvents } from "../live/use-model-events";
import { useModelNow } from "../live/use-model-now";
import type { ModelActions } from "../shell/model-menu";
import { ModelShell } from "../shell/model-shell";
import type { MenuEntry } from "../ui/menu/menu-entries";
import { Notice } from "../ui/notice";
import { Section } from "../ui/page/section";
import { BreakdownControls } from "./breakdown-controls";
import styles from "./breakdown-page.module.css";
import { BreakdownTable, type ExplainedCell } from "./breakdown-table";
import { BuiltTable } from "./built-table";
import { ExplanationDrawer } from "./explanation-drawer";
import { useExplained } from "./use-explained";
import { fileRows, writtenBreakdown } from "./written-breakdown";

interface BreakdownPageProps {
  model: CostModelFull;
  actions: ModelActions;
  /** The model's scenarios, whose figures can replace its own. */
  scenarios?: readonly ScenarioFull[];
}

/** Every figure of a model, or of one of its scenarios, by architecture, category and time; each opens what it is made of. */
export function BreakdownPage({ model: loaded, actions, scenarios = [] }: BreakdownPageProps) {
  const newest = useNewestKnown(loaded);
  const comments = useComments();
  const now = useModelEvents(loaded.id, loaded.revision, {
    onModel: rememberSaved,
    onComments: comments?.follow,
    onGone: comments?.end,
  });
  const model = useModelNow(newest, now);
  const { currency, startMonth, fiscalYearStart } = model;
  const { settings, change, scenario, inputs, rows, result, problem } = useShownFigures(model, scenarios);
  const explainedModel = useMemo(() => ({ ...model, ...rows }), [model, rows]);
  const today = todayOf(inputs);
  const calendar = useMemo(() => ({ startMonth, fiscalYearStart }), [startMonth, fiscalYearStart]);
  // The switch answers at once; thousands of cells may follow a moment later.
  const settled = useDeferredValue(settings);
  const { around, cell: explained, ask, close } = useExplained<ExplainedCell>();

  takeTurnOnServer(rows);
  const drawn = useMemo(() => {
    // Without a result for these inputs the last one is not theirs.
    if (result === null || problem !== null) return null;
    const { view, by, per, base, zeros } = settled;
    const against = settled.against === "today" ? today : null;
    const whole = evaluateWhole(inputs, rows);
    const netPresent = netPresentOf(whole);
    const demand = demandOf(whole);
    const table = breakdown(result, netPresent, demand, { view, span: by, measure: per, base, against, calendar });
    const discountRate = signedText(input.discountRate, inputs.discountRate);
    return {
      figures: { netPresent, demand, base: table.base, against },
      written: writtenBreakdown(table, { view, measure: per, against, currency, calendar, discountRate, zeros }),
      excluded: result.ranking.filter((architecture) => !result.architectures[architecture].eligible),
    };
  }, [result, problem, inputs, rows, settled, today, currency, calendar]);
  const written = drawn?.written;
  const explaining = { model: explainedModel, scenario, inputs, calendar };
  const shown = useMemo((): MenuEntry[] => {
    if (written === undefined) return [];
    const take = () => {
      const rows = fileRows(written, currency, settled.per);
      return downloadRows(rows, fileName(`${model.name} ${scenario?.name ?? ""} breakdown`, "csv"));
    };
    return [{ kind: "press", label: "Download this table as CSV", onPress: take }];
  }, [written, currency, settled.per, model.name, scenario?.name]);
  return (
    <>
      <ModelShell model={model} page="breakdown" actions={actions} hasToday={today !== null} shown={shown} />
      <div className={styles.page} data-explained={explained === null ? undefined : true}>
        <div className={styles.switches}>
          <FiguresOf scenarios={scenarios} chosen={scenario?.id} onChange={change} />
          <BreakdownControls settings={settings} currency={currency} hasToday={today !== null} onChange={change} />
        </div>
        <AccessNotice ended={now.ended} paused={now.paused} />
        {problem === null ? null : (
          <Notice tone="wrong" title="These inputs have no result">
            <p>
              {problem} Change an input of the {scenario === undefined ? "model" : "scenario"}.
            </p>
          </Notice>
        )}
        {drawn === null || result === null ? null : (
          <>
            {scenario === undefined ? null : <p className={styles.scenario}>Scenario: {scenario.name}</p>}
            <div ref={around}>
              <BreakdownTable
                written={drawn.written}
                currency={currency}
                span={settled.by}
                excluded={drawn.excluded}
                onAsk={ask}
              />
            </div>
            <ExplanationDrawer
              {...explaining}
              {...drawn.figures}
              result={result}
              cell={explained}
              view={settled.view}
              measure={settled.per}
              onClose={close}
            />
            <YearlyCost
              result={result}
              currency={currency}
              calendar={calendar}
              view={settled.view}
              against={drawn.figures.against}
              model={scenario === undefined ? model.name : `${model.name} ${scenario.name}`}
            />
            <Section title="What gets built" unit="servers, space, staff and peers">
              <BuiltTable {...explaining} result={result} span={settled.by} />
            </Section>
          </>
        )}
      </div>
    </>
  );
}
