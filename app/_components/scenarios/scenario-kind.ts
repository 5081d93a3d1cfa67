import type { DocumentChange, DocumentKind, DocumentState } from "@/app/_components/document/document-state";
import type { OpenDocument } from "@/app/_components/document/open-document";
import { settleInputs } from "@/app/_components/document/settle-inputs";
import type { CostModelFull } from "@/lib/draft/model";
import { sharesFaults } from "@/lib/draft/row-rules";
import { checkScenario, nameTaken, type ScenarioDraft, type ScenarioFull } from "@/lib/draft/scenario/scenario";
import { scenarioParts } from "@/lib/draft/scenario/scenario-parts";
import { rowsOf, type ScenarioRows, statedRows } from "@/lib/draft/scenario/scenario-rows";
import type { RowTable } from "@/lib/model/rows/own-rows";
import { withIds } from "@/lib/model/rows/row-ids";
import { cleanName } from "@/lib/text/clean-name";
import type { AnyRow } from "@/lib/value/rows/row-words";

export type ScenarioState = DocumentState<ScenarioDraft>;
export type ScenarioChange = DocumentChange<ScenarioDraft>;
export type OpenScenario = OpenDocument<ScenarioDraft, ScenarioFull>;

/** What a scenario stands beside: its model, and the names of the others. */
export interface Beside {
  model: Pick<CostModelFull, "inputs" | "currency" | "currencyRate" | "released" | RowTable>;
  otherNames: ReadonlySet<string>;
}

function withKinds(rows: ScenarioRows = {}, participantKinds: ScenarioRows["participantKinds"]): ScenarioRows {
  const { participantKinds: _, ...others } = rows;
  return participantKinds === undefined ? others : { ...others, participantKinds };
}

/**
 * A scenario: an input or a row that it does not list is its model's, whatever that will be, so that one which is set to it stays listed.
 * Name and inputs are good each for itself. Kinds of participants whose shares do not sum to all of them are kept as they were until they
 * do.
 */
export function scenarioKind(beside: () => Beside): DocumentKind<ScenarioDraft> {
  return {
    parts: scenarioParts,
    isUnset: () => false,
    below: ({ table, id }) => withIds<AnyRow>(table, beside().model[table]).find((row) => row.id === id),
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
      const together = sharesFaults(rowsOf(model, typed).participantKinds);
      const { rows, ...rest } = typed;
      const good = together.length === 0 ? rows : withKinds(rows, last.rows?.participantKinds);
      return {
        draft: {
          ...rest,
          name: faults.length > 0 ? last.name : name,
          inputs: inputs.good,
          ...statedRows(good),
        },
        faults: [...faults, ...inputs.faults, ...together],
      };
    },
  };
}
