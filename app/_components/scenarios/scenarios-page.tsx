"use client";

import { Button, Checkbox } from "@mantine/core";
import { useDeferredValue, useMemo, useState } from "react";
import type { ShownDocument } from "@/app/_components/document/open-document";
import { rememberSaved } from "@/app/_components/document/saving/newest-known";
import { useNewestKnown } from "@/app/_components/document/saving/use-newest-known";
import { useUndoKeys } from "@/app/_components/document/use-undo-keys";
import { CategoryLegend } from "@/app/_components/results/category-legend";
import type { ModelActions } from "@/app/_components/shell/model-menu";
import { ModelShell } from "@/app/_components/shell/model-shell";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Section } from "@/app/_components/ui/page/section";
import { trialsQuestionOf } from "@/app/_components/verdict/trials/trials-question";
import { type Tried, useTrialsOfEach } from "@/app/_components/verdict/trials/use-trials-of-each";
import { AgainstSwitch } from "@/app/_components/view/against-switch";
import { useViewSettings } from "@/app/_components/view/use-view-settings";
import { costsAgainst } from "@/lib/analysis/against-today/costs-against";
import type { CostModelFull } from "@/lib/draft/model";
import { mostScenarios, type ScenarioDraft, type ScenarioFull } from "@/lib/draft/scenario/scenario";
import type { CostsResult } from "@/lib/model/pay/pay";
import { todayOf } from "@/lib/model/today-of";
import { shortName } from "@/lib/text/clean-name";
import { baseName } from "@/lib/value/base-name";
import { AccessNotice } from "../live/access-notice";
import { NothingSaved } from "../live/nothing-saved";
import { useModelEvents } from "../live/use-model-events";
import { useModelNow } from "../live/use-model-now";
import { WhoIsHere } from "../live/who-is-here";
import { CostsTable } from "./costs-table";
import { evaluateScenario } from "./evaluate-scenario";
import { InputsTable } from "./inputs-table";
import { RowsTable } from "./rows-table";
import styles from "./scenario-columns.module.css";
import { type Column, ScenarioFigures } from "./scenario-figures";
import { ScenarioHead } from "./scenario-head";
import type { Deleted, ScenarioActions } from "./scenario-list";
import { ScenarioNotices, withScenario } from "./scenario-notices";
import { scalesOf } from "./scenario-scales";
import { useAskedScenarioInput } from "./use-asked-scenario-input";
import { useEvaluatedOnServer } from "./use-evaluated-on-server";
import { useScenarios } from "./use-scenarios";
import { WaterfallSection } from "./waterfall-section";

interface ScenariosPageProps {
  model: CostModelFull;
  scenarios: readonly ScenarioFull[];
  actions: ScenarioActions;
  modelActions: ModelActions;
}

type Scenario = ShownDocument<ScenarioDraft>;

const baseId = "base";
const mostShown = 3;
const nothingOwn = { inputs: {} };

/** The scenarios of a model beside its own figures: what differs, what that comes to, and what each difference costs. */
export function ScenariosPage({ model: given, scenarios: stored, actions, modelActions }: ScenariosPageProps) {
  const newest = useNewestKnown(given);
  const { list, documents, scenarios, message, deleted } = useScenarios(newest, stored, actions);
  const now = useModelEvents(given.id, given.revision, {
    onModel: rememberSaved,
    onScenarios: hear,
    onGone: () => list.end(),
  });
  const model = useModelNow(newest, now);
  const asked = useAskedScenarioInput();
  const [{ scenarios: inAddress, against }, change] = useViewSettings();
  const [first, setFirst] = useState(() => stored.slice(0, mostShown).map(({ id }) => id));
  const chosen = useMemo(() => shownOf(inAddress, scenarios, first), [inAddress, scenarios, first]);
  const shown = useMemo(() => scenarios.filter(({ id }) => chosen.includes(id)), [scenarios, chosen]);
  const inSight = useMemo(() => documents.filter(({ now: { id } }) => chosen.includes(id)), [documents, chosen]);
  useUndoKeys(model.canEdit, inSight);
  // Typing goes first; charts follow.
  const followed = useDeferredValue(shown);
  useEvaluatedOnServer(model, [nothingOwn, ...followed.map(({ state: { draft } }) => draft)]);
  const columns = useMemo(
    () =>
      [
        { id: baseId, name: baseName, own: nothingOwn, ...evaluateScenario(model, nothingOwn) },
        ...followed.map(({ id, state: { typed, draft } }) => ({
          id,
          name: typed.name,
          own: draft,
          ...evaluateScenario(model, draft),
        })),
      ].map((column) => ({ ...column, today: todayOf(column.inputs) })),
    [model, followed],
  );
  const tried = useTrialsOfEach(
    useMemo(
      () => columns.map(({ result, own }) => (result === null ? null : trialsQuestionOf(model, own))),
      [columns, model],
    ),
  );
  const triedColumns = columns.map((column, place): Column => ({ ...column, tried: tried[place] as Tried }));
  const hasToday = columns.some(({ today }) => today !== null);
  const isAgainstToday = hasToday && against === "today";
  const scales = useMemo(() => {
    const shownOf = ({ result, today }: Omit<Column, "tried">): CostsResult[] => {
      if (result === null) return [];
      if (!isAgainstToday) return [result];
      return today === null ? [] : [costsAgainst(result, today)];
    };
    return scalesOf(columns.flatMap(shownOf));
  }, [columns, isAgainstToday]);
  const base = triedColumns[0] as Column;
  const { currency, canEdit, startMonth, fiscalYearStart } = model;
  const calendar = useMemo(() => ({ startMonth, fiscalYearStart }), [startMonth, fiscalYearStart]);
  const shared = { model, isAgainstToday, scales, calendar };

  async function add(name: string, own: Pick<ScenarioDraft, "inputs" | "rows">) {
    const id = await list.create(newName(name, scenarios), own);
    if (id !== null) {
      change((now) => {
        const shown = shownOf(now.scenarios, scenarios, first).filter((one) =>
          scenarios.some((each) => each.id === one),
        );
        return { scenarios: [...shown.slice(0, mostShown - 1), id] };
      });
    }
    return id;
  }

  /** What others make is offered above; on an empty page it is shown at once. */
  function hear(heard: readonly ScenarioFull[]) {
    if (scenarios.length === 0) setFirst(heard.slice(0, mostShown).map(({ id }) => id));
    list.heard(heard);
  }

  async function bringBack({ id, name, ...own }: Deleted) {
    if ((await add(name, own)) !== null) list.dismiss(id);
  }

  return (
    <>
      <ModelShell
        model={model}
        page="scenarios"
        actions={modelActions}
        hasToday={hasToday}
        about={<WhoIsHere people={now.people} />}
        action={
          canEdit ? (
            <Button size="xs" disabled={scenarios.length >= mostScenarios} onClick={() => add("Scenario", nothingOwn)}>
              New scenario
            </Button>
          ) : null
        }
      />
      <div className={styles.page}>
        <AccessNotice
          ended={now.ended}
          paused={now.paused}
          unsaved={scenarios
            .filter(({ saving }) => saving.kind === "ended" && saving.isUnsaved)
            .map(({ state: { draft } }) => ({ ...withScenario(model, draft), label: draft.name }))}
        />
        <ScenarioNotices
          model={model}
          message={message}
          documents={documents}
          deleted={deleted}
          onBringBack={bringBack}
          onDismiss={(id) => list.dismiss(id)}
        />
        {scenarios.length === 0 ? (
          <p className={styles.empty}>
            A scenario is this model with some other figures: half the users, a dearer cloud, one administrator more.{" "}
            <span data-off-paper>
              {canEdit ? "Make one, and say in which inputs it differs; " : "There is none yet; where there are, "}
              up to three stand here beside the base, with the same charts and with what each difference costs.
            </span>
          </p>
        ) : (
          <>
            <fieldset className={styles.chooser}>
              <legend>Beside the base (up to {mostShown})</legend>
              <DisabledUntilHydrated>
                {scenarios.map(({ id, state: { typed } }) => (
                  <Checkbox
                    key={id}
                    size="xs"
                    label={typed.name.trim() === "" ? "Without a name" : typed.name}
                    checked={chosen.includes(id)}
                    disabled={!chosen.includes(id) && shown.length >= mostShown}
                    onChange={() =>
                      change({
                        scenarios: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id],
                      })
                    }
                  />
                ))}
              </DisabledUntilHydrated>
            </fieldset>
            {hasToday ? (
              <div>
                <AgainstSwitch />
              </div>
            ) : null}
            <div className={styles.columns} data-count={columns.length}>
              {triedColumns.map((column) => {
                const opened = inSight.find(({ now }) => now.id === column.id);
                return (
                  <section key={column.id} className={styles.column} aria-label={column.name}>
                    {opened === undefined ? (
                      <h2 className={styles.name}>{baseName}</h2>
                    ) : (
                      <ScenarioHead
                        scenario={opened.now}
                        canEdit={canEdit}
                        currency={currency}
                        onChange={opened.change}
                        onRetry={opened.retry}
                        onDuplicate={() => add(`Copy of ${opened.now.state.typed.name}`, opened.now.state.draft)}
                        onDelete={() => list.remove(opened)}
                      />
                    )}
                    <ScenarioFigures {...shared} column={column} />
                  </section>
                );
              })}
            </div>
            {base.result === null ? null : (
              <div className={styles.legend}>
                <CategoryLegend architectures={base.result.ranking} categories={scales.used} />
              </div>
            )}
            <Section title="Inputs that differ" unit="base and scenarios side by side">
              <NothingSaved ended={now.ended} />
              <InputsTable
                model={model}
                base={base.inputs}
                shown={shown}
                asked={asked?.key ?? null}
                onChange={(id, change) => inSight.find(({ now }) => now.id === id)?.change(change)}
              />
            </Section>
            <Section title="Equipment, people and other rows" unit="what each scenario makes of them">
              <RowsTable
                model={model}
                shown={shown}
                onChange={(id, change) => inSight.find(({ now }) => now.id === id)?.change(change)}
              />
            </Section>
            <Section
              title={isAgainstToday ? "Net present saving against today" : "Net present cost"}
              unit={`${currency}${isAgainstToday ? "; below zero extra cost" : ""}, with the difference from the base`}
            >
              <CostsTable columns={triedColumns} currency={currency} isAgainstToday={isAgainstToday} />
            </Section>
            {base.result === null ? null : (
              <WaterfallSection
                model={model.name}
                base={base.inputs}
                scenarios={columns.slice(1).filter(({ result }) => result !== null)}
                rows={model}
                ranking={base.result.ranking}
                isAgainstToday={isAgainstToday}
                currency={currency}
              />
            )}
          </>
        )}
      </div>
    </>
  );
}

/** Those that the address names, as many as there is room for; the first few where it names none that there is. */
function shownOf(
  inAddress: readonly string[] | null,
  scenarios: readonly Pick<Scenario, "id">[],
  first: readonly string[],
): readonly string[] {
  if (inAddress === null) return first;
  const known = inAddress.filter((id) => scenarios.some((each) => each.id === id)).slice(0, mostShown);
  return known.length === 0 && inAddress.length > 0 ? first : known;
}

/** A name that no scenario of the model has. */
function newName(wanted: string, scenarios: readonly Scenario[]): string {
  const isFree = (name: string) => scenarios.every(({ state }) => state.typed.name !== name);
  if (wanted !== "Scenario" && isFree(wanted)) return shortName(wanted, 100);
  for (let number = wanted === "Scenario" ? 1 : 2; ; number++) {
    const name = `${shortName(wanted, 90)} ${number}`;
    if (isFree(name)) return name;
  }
}
