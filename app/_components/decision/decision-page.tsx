"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { DecisionNav } from "@/app/_components/decisions/decision-nav";
import type { SaveModel } from "@/app/_components/document/saving/saved-model";
import { ModelNotices } from "@/app/_components/editor/model-notices";
import { OpenedHeader } from "@/app/_components/editor/opened-header";
import { useOpenModel } from "@/app/_components/editor/use-open-model";
import { useShownFigures } from "@/app/_components/results/use-shown-figures";
import type { ModelActions } from "@/app/_components/shell/model-menu";
import type { TrialsQuestion } from "@/app/_components/verdict/trials/trials-question";
import { FiguresOf } from "@/app/_components/view/figures-of";
import { sortedValues } from "@/lib/analysis/switching/sorted-values";
import type { StoredDecision } from "@/lib/draft/decision";
import type { CostModelFull } from "@/lib/draft/model";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import { uncertaintyRequest } from "@/lib/draft/uncertainty/uncertainty-request";
import type { Architecture } from "@/lib/model/architectures";
import type { InputKey } from "@/lib/model/inputs";
import { routes } from "@/lib/routes";
import styles from "./decision.module.css";
import { FrontierSection } from "./frontier-section";
import { type DecisionActions, ObjectivesSection } from "./objectives-section";
import { SwitchingSection } from "./switching-section";
import { type SwitchingSearch, useSwitching } from "./use-switching";

interface DecisionPageProps {
  model: CostModelFull;
  scenarios: readonly ScenarioFull[];
  save: SaveModel;
  actions: ModelActions;
  /** Criteria and weights as they are stored. */
  stored: StoredDecision;
  decisionActions: DecisionActions;
}

/** From "which is cheapest" to what a group of people chooses: what would have to be true, what two inputs decide. */
export function DecisionPage(props: DecisionPageProps) {
  const { model: initial, scenarios, save, actions, stored, decisionActions } = props;
  const router = useRouter();
  // The server's page is read again with what others have saved; what is typed here stays.
  const open = useOpenModel(initial, save, { onDecision: router.refresh });
  const { opened, state, model } = open;
  const { draft } = state;
  const { settings, change, scenario, inputs, result, problem } = useShownFigures(draft, scenarios);
  const { currency, currencyRate: rate } = draft;
  // Typing a name or a note changes no figure: nothing is worked out anew for it.
  const { declared: _, ...request } = uncertaintyRequest(draft, scenario);
  const text = JSON.stringify({ ...request, rate });
  const question = useMemo(() => JSON.parse(text) as TrialsQuestion, [text]);
  const search = useSwitching(question);
  const architecture = settings.of ?? (result?.ranking[1] as Architecture | undefined) ?? "cloud";
  const keys = useMapKeys(settings, search, architecture);
  const shown = { question, architecture, currency, onChange: change };
  return (
    <>
      <OpenedHeader open={open} page="decision" actions={actions} />
      <div className={styles.page}>
        <DecisionNav modelId={model.id} part="weigh" />
        <ModelNotices open={open} actions={actions} problem={problem && `${problem} Change an input.`} />
        <div className={styles.switches}>
          <FiguresOf scenarios={scenarios} chosen={scenario?.id} onChange={change} />
        </div>
        {result === null || problem !== null ? null : (
          <>
            <SwitchingSection
              {...shown}
              search={search}
              architecture={settings.of}
              order={settings.order}
              inputs={inputs}
              result={result}
              addressOf={(key) =>
                scenario === undefined
                  ? routes.modelInput(model.id, key)
                  : routes.scenarioInput(model.id, scenario.id, key)
              }
            />
            <FrontierSection
              {...shown}
              keys={keys}
              modelName={draft.name}
              onTake={
                model.canEdit && scenario === undefined ? (values) => opened.change({ kind: "set", values }) : null
              }
            />
            <ObjectivesSection
              modelId={model.id}
              modelName={draft.name}
              question={question}
              scenario={scenario}
              result={result}
              currency={currency}
              stored={stored}
              canEdit={model.canEdit}
              canComment={model.canComment}
              actions={decisionActions}
            />
          </>
        )}
      </div>
    </>
  );
}

/** What a map shows where nothing says so, and the search has found nothing. */
const usualKeys: readonly [InputKey, InputKey] = ["users", "serverPrice"];

/** The two inputs of the map: those of the address, else those that bring the architecture to the first place likeliest; null until they are known. */
function useMapKeys(
  { across, up }: { across: InputKey | null; up: InputKey | null },
  { values, done, all, isStopped, hasFailed }: SwitchingSearch,
  architecture: Architecture,
): readonly [InputKey, InputKey] | null {
  const isSettled = isStopped || hasFailed || (done > 0 && done === all);
  return useMemo(() => {
    if (across !== null && up !== null) return [across, up];
    if (!isSettled) return null;
    const found = sortedValues(values, architecture, "likely").reached.map(({ key }) => key);
    const [first, second] = [...found, ...usualKeys].filter((key) => key !== across && key !== up);
    return [across ?? (first as InputKey), up ?? ((across === null ? second : first) as InputKey)];
  }, [across, up, values, architecture, isSettled]);
}
