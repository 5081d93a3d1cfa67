"use client";

import { Button, Switch } from "@mantine/core";
import { useMemo, useState } from "react";
import { ChartFrame } from "@/app/_components/charts/chart-frame";
import { takeTurnOnServer } from "@/app/_components/results/turn-on-server";
import { useAction } from "@/app/_components/ui/action/use-action";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Section } from "@/app/_components/ui/page/section";
import type { TrialsQuestion } from "@/app/_components/verdict/trials/trials-question";
import {
  type ComparisonSettings,
  compare,
  inCurrency,
  type LevelsByArchitecture,
  proposedSettings,
  withoutCriterion,
} from "@/lib/analysis/objectives/comparison";
import { judgedEnds } from "@/lib/analysis/objectives/ends";
import { computedLevels } from "@/lib/analysis/objectives/levels";
import { betweenWords, pricesWords, scoreWords } from "@/lib/analysis/objectives/objective-words";
import type { DecisionSettings, SaveDecisionOutcome, StoredDecision } from "@/lib/draft/decision";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import { scoreChart } from "@/lib/export/charts/score-chart";
import { architectures } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";
import { CriteriaTable } from "./criteria-table";
import { type AskedLevel, LevelExplanation } from "./level-explanation";
import styles from "./objectives.module.css";
import { OwnCriterion } from "./own-criterion";
import { PeopleWeights } from "./people-weights";
import { ScoreBars } from "./score-bars";
import { Sturdiness } from "./sturdiness";
import { useObjectives } from "./use-objectives";

/** What saves criteria and weights. */
export interface DecisionActions {
  readonly saveCriteria: (
    id: string,
    given: { revision: number; settings: DecisionSettings },
  ) => Promise<SaveDecisionOutcome>;
  readonly saveOwnWeights: (id: string, swings: Record<string, number>) => Promise<SaveDecisionOutcome>;
}

interface ObjectivesSectionProps {
  modelId: string;
  /** For files. */
  modelName: string;
  question: TrialsQuestion;
  /** Whose figures they are; the model's own where there is none. */
  scenario: ScenarioFull | undefined;
  result: ModelResult;
  currency: string;
  stored: StoredDecision;
  canEdit: boolean;
  canComment: boolean;
  actions: DecisionActions;
}

/** What the architectures are worth by more than money, and how much of that hangs on the weights. */
export function ObjectivesSection(props: ObjectivesSectionProps) {
  takeTurnOnServer(props.question.rows);
  const levels = useMemo(() => computedLevels(props.question.inputs, props.question.rows), [props.question]);
  return levels === null ? null : <Objectives {...props} levels={levels} />;
}

function Objectives(props: ObjectivesSectionProps & { levels: LevelsByArchitecture }) {
  const { modelId, modelName, question, result, currency, stored, canEdit, canComment, actions, levels } = props;
  const { rate } = question;
  const [edited, setEdited] = useState<Edited | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<{ level: AskedLevel; by: HTMLElement } | null>(null);
  const { run, isPending, isDone, fault } = useSaving();
  const base = useMemo(
    () =>
      stored.settings === null
        ? proposedSettings(levels)
        : inCurrency(stored.settings, rate / stored.settings.currencyRate),
    [stored.settings, levels, rate],
  );
  const settings = edited?.settings ?? base;
  const change = (next: ComparisonSettings, removed: Edited["removed"] = null) =>
    setEdited({ settings: next, from: edited?.from ?? stored.revision, removed });
  const amongText = JSON.stringify(
    architectures.flatMap((a, place) => (result.architectures[a].eligible ? [place] : [])),
  );
  const among = useMemo(() => JSON.parse(amongText) as number[], [amongText]);
  const comparison = useMemo(() => compare(settings, levels, among), [settings, levels, among]);
  const chart = useMemo(() => scoreChart(comparison, currency, isOpen), [comparison, currency, isOpen]);
  const { shares, hasFailed } = useObjectives(question, settings, amongText);
  const removed = edited?.removed;
  const isOvertaken = edited !== null && edited.from !== stored.revision;
  const { criteria, own, levels: judged, swings } = settings;

  async function saveCriteria() {
    const settings = { currencyRate: rate, criteria, own, levels: judged, swings } as DecisionSettings;
    const outcome = await run(() =>
      actions.saveCriteria(modelId, { revision: edited?.from ?? stored.revision, settings }),
    );
    if (outcome?.ok) setEdited(null);
  }

  return (
    <Section title="Objectives beside money" unit="scores of 100, among those that pass the gates" anchor="objectives">
      <p className={styles.words}>{scoreWords(comparison)}</p>
      {[betweenWords(comparison), pricesWords(comparison, currency)].map((words) =>
        words === null ? null : (
          <p key={words} className={styles.words}>
            {words}
          </p>
        ),
      )}
      {stored.settings === null ? (
        <p className={styles.words}>
          Nobody has saved weights yet: cost alone counts, and the ends are proposed from the present results. Weigh the
          criteria below.
        </p>
      ) : null}
      <div className={styles.chart}>
        <ChartFrame chart={chart} model={modelName}>
          <ScoreBars chart={chart} />
        </ChartFrame>
      </div>
      <LevelExplanation
        asked={asked?.level ?? null}
        {...{ modelId, question, currency, scenario: props.scenario, settings, levels }}
        onClose={() => {
          setAsked(null);
          asked?.by.focus();
        }}
      />
      <DisabledUntilHydrated>
        <Switch
          size="xs"
          label="Show those that do not pass the gates: allowed, feasible, on target"
          checked={isOpen}
          wrapperProps={{ "data-off-paper": true }}
          onChange={({ currentTarget }) => setOpen(currentTarget.checked)}
        />
        <CriteriaTable
          comparison={comparison}
          settings={settings}
          levels={levels}
          currency={currency}
          canWeigh={canComment || canEdit}
          canEdit={canEdit}
          onChange={change}
          onRemove={(key) => change(withoutCriterion(settings, key), { key, before: settings })}
          onAsk={(level, by) => setAsked({ level, by })}
        />
        {canEdit ? (
          <OwnCriterion
            onAdd={(added) =>
              change({
                ...settings,
                own: [...own, added],
                criteria: [...criteria, { key: added.key, ...judgedEnds }],
              })
            }
          />
        ) : null}
      </DisabledUntilHydrated>
      {removed === undefined || removed === null ? null : (
        <p className={styles.words} role="status">
          “{removed.before.own.find(({ key }) => key === removed.key)?.name}” is removed, once this is saved.{" "}
          <Button size="compact-xs" variant="default" onClick={() => change(removed.before)}>
            Undo
          </Button>
        </p>
      )}
      {isOvertaken ? (
        <p className={styles.words} role="status">
          Another person has saved criteria since you began to change them. “Back to what is saved” shows theirs; what
          you changed here cannot be saved over them.
        </p>
      ) : null}
      <div className={styles.actions}>
        {canComment ? (
          <Button
            size="xs"
            variant="default"
            loading={isPending}
            onClick={() => run(() => actions.saveOwnWeights(modelId, { ...swings }))}
          >
            Save as my weights
          </Button>
        ) : null}
        {canEdit ? (
          <Button size="xs" loading={isPending} onClick={saveCriteria}>
            Save criteria and weights for the group
          </Button>
        ) : null}
        {edited === null ? null : (
          <Button size="xs" variant="subtle" onClick={() => setEdited(null)}>
            Back to what is saved
          </Button>
        )}
        <span role="status">
          {fault ?? (isDone && edited === null ? "Saved." : edited === null ? "" : "Not saved yet.")}
        </span>
      </div>
      <Sturdiness shares={shares} hasFailed={hasFailed} comparison={comparison} among={among} />
      <PeopleWeights
        people={stored.weights}
        settings={settings}
        levels={levels}
        among={among}
        onTry={(tried) => change({ ...settings, swings: tried })}
      />
    </Section>
  );
}

/** What is changed here and not saved. */
interface Edited {
  readonly settings: ComparisonSettings;
  /** The revision that it was changed from: what others save meanwhile is not overwritten. */
  readonly from: number;
  /** The own criterion that was taken out last, and what stood before. */
  readonly removed: { readonly key: string; readonly before: ComparisonSettings } | null;
}

/** Saving, and what was wrong with it. */
function useSaving() {
  const { run, isPending, isDone, faults } = useAction();
  return { run, isPending, isDone, fault: faults[0]?.message };
}
