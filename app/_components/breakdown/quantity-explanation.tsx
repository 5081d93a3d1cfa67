import { useMemo } from "react";
import { useOwnRows } from "@/app/_components/results/use-own-rows";
import { explainer } from "@/lib/analysis/explain";
import type { ModelDraft } from "@/lib/draft/model";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import type { Quantity } from "@/lib/formula/node";
import { declaredAt } from "@/lib/model/currency";
import { type Inputs, isInputKey } from "@/lib/model/inputs";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { routes } from "@/lib/routes";
import { ExplanationTree } from "./explanation-tree";

/** The model whose figures are explained. */
export type ExplainedModel = Pick<ModelDraft, keyof OwnRows | "currency" | "currencyRate"> & { id: string };

interface QuantityExplanationProps {
  model: ExplainedModel;
  /** Whose figures are explained; the model's own where there is none. */
  scenario: ScenarioFull | undefined;
  /** All of them, with defaults in the model's currency. */
  inputs: Inputs;
  /** The key of the quantity. */
  quantity: string;
  month: number;
  /** What is explained beside the model's own quantities; the same array each time. */
  beside?: readonly Quantity[];
}

/** A quantity in a month, down to the inputs it rests on. */
export function QuantityExplanation(props: QuantityExplanationProps) {
  const { model, scenario, inputs, quantity, month, beside } = props;
  const { id, currency, currencyRate } = model;
  const rows = useOwnRows(model);
  const { explain } = useMemo(
    () => explainer(inputs, rows, currencyRate, beside),
    [inputs, rows, currencyRate, beside],
  );
  const root = explain(quantity, month);
  if (root === undefined) return <p>This figure has no explanation in this month.</p>;
  return (
    <ExplanationTree
      root={root}
      hrefOf={(key) =>
        scenario !== undefined && isInputKey(key)
          ? routes.scenarioInput(id, scenario.id, key)
          : routes.modelInput(id, key)
      }
      currency={currency}
      defaults={declaredAt(currencyRate).defaults}
    />
  );
}
