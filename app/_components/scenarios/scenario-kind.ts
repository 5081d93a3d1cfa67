import type { DocumentChange, DocumentKind, DocumentState } from "@/app/_components/document/document-state";
import type { OpenDocument } from "@/app/_components/document/open-document";
import { settleInputs } from "@/app/_components/document/settle-inputs";
import type { CostModelFull } from "@/lib/draft/model";
import { checkScenario, nameTaken, type ScenarioDraft, type ScenarioFull } from "@/lib/draft/scenario";
import { scenarioParts } from "@/lib/draft/scenario-parts";
import { cleanName } from "@/lib/text/clean-name";

export type ScenarioState = DocumentState<ScenarioDraft>;
export type ScenarioChange = DocumentChange<ScenarioDraft>;
export type OpenScenario = OpenDocument<ScenarioDraft, ScenarioFull>;

/** What a scenario stands beside: its model, and the names of the others. */
export interface Beside {
  model: Pick<CostModelFull, "inputs" | "currency" | "currencyRate" | "released">;
  otherNames: ReadonlySet<string>;
}

/**
 * A scenario: an input that it does not list has its model's value, whatever that will be, so that one which is set to it stays listed.
 * Name and inputs are good each for itself.
 */
export function scenarioKind(beside: () => Beside): DocumentKind<ScenarioDraft> {
  return {
    parts: scenarioParts,
    isUnset: () => false,
    settle: (typed, last) => {
      const { model, otherNames } = beside();
      const faultsOf = (draft: ScenarioDraft) => {
        const checked = checkScenario(draft, model);
        return checked.ok ? [] : checked.faults;
      };
      const name = cleanName(typed.name);
      const faults = faultsOf(typed).filter(({ key }) => key === "name");
      // The server is the judge of names that it has: two may have changed places.
      if (name !== last.name && otherNames.has(name)) faults.push(nameTaken);
      const inputs = settleInputs(typed.inputs, last.inputs, (given) =>
        faultsOf({ ...typed, inputs: given }).filter(({ key }) => key !== "name"),
      );
      return {
        draft: { ...typed, name: faults.length > 0 ? last.name : name, inputs: inputs.good },
        faults: [...faults, ...inputs.faults],
      };
    },
  };
}
