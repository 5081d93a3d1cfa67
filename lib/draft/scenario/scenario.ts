import { declaredAt } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";
import { declaredBy } from "@/lib/model/released/as-released";
import type { FieldError, Outcome } from "@/lib/outcome";
import { cleanName } from "@/lib/text/clean-name";
import { textFault } from "@/lib/text/text-fault";
import { baseName } from "@/lib/value/base-name";
import { type Checked, checkField, checkInputs } from "../inputs";
import type { CostModelFull } from "../model";
import type { SaveOutcome } from "../save-outcome";
import { type ScenarioRows, statedRows } from "./scenario-rows";

/** What a person edits of a scenario: its name, and the inputs and rows that it has of its own beside its model's. */
export interface ScenarioDraft {
  name: string;
  inputs: Partial<Inputs>;
  /** The model's rate to the dollar, in whose currency inputs and rows are. */
  currencyRate: number;
  /** The rows that it adds, changes or leaves out; absent where there are none. */
  rows?: ScenarioRows;
}

/** A scenario as a page needs it; plain values only, so that it can cross to the browser. */
export interface ScenarioFull extends ScenarioDraft {
  id: string;
  revision: number;
  /** ISO 8601, UTC. */
  changedAt: string;
  changedBy: string;
}

export type CreateScenarioOutcome = Outcome<{ scenario: ScenarioFull }>;

/** What became of a change; "gone" where someone has deleted it. */
export type ScenarioOutcome = SaveOutcome<ScenarioFull> | { kind: "gone" };

export const mostScenarios = 20;

export const nameTaken: FieldError = {
  key: "name",
  message: "This model has a scenario of that name. Choose another name.",
};

const longestName = 100;

/** In plain code and without zod, which is larger than the pages that name a scenario. */
export function checkScenarioName(given: unknown): Checked<string, "name"> {
  const fault = (message: string) => ({ ok: false as const, faults: [{ key: "name", message }] });
  if (typeof given !== "string") return fault("Name must be text.");
  const unstorable = textFault("Name", given);
  if (unstorable) return fault(unstorable);
  const name = cleanName(given);
  if (name === "") return fault("A scenario needs a name: type one.");
  if (name.length > longestName) return fault(`The name of a scenario may have ${longestName} characters. Shorten it.`);
  if (name.toLowerCase() === baseName.toLowerCase())
    return fault(`“${baseName}” is what the model's own figures are called. Choose another name.`);
  return { ok: true, name };
}

/** The inputs of a scenario each for itself; whether they fit together depends on the model. */
export function checkScenarioInputs(
  given: unknown,
  rate: number,
  currency?: string,
  declared = declaredAt(rate),
): Checked<Partial<Inputs>, "inputs"> {
  if (given === null || typeof given !== "object" || Array.isArray(given))
    return { ok: false, faults: [{ key: "inputs", message: "Inputs must be given by their names." }] };
  const faults = Object.entries(given).flatMap(([key, value]) => checkField(key, value, rate, currency, declared));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, inputs: given as Partial<Inputs> };
}

const otherCurrency: FieldError = {
  key: "form",
  message:
    "the model's currency has changed meanwhile. What you typed is converted and saved as soon as this page has heard of it.",
};

/** What a scenario is checked beside. */
export type ScenarioBase = Pick<CostModelFull, "inputs" | "currency" | "currencyRate" | "released">;

/**
 * Checks a scenario against the model that it stands beside, and names every fault at once. Its rows go as they are: their check needs
 * zod (lib/schemas/rows/check-scenario-rows.ts).
 *
 * @param base the model's own inputs, its rate to the dollar, and whose bounds it keeps to
 */
export function checkScenario(given: unknown, base: ScenarioBase): Checked<ScenarioDraft, "draft"> {
  const fields = (given ?? {}) as Record<keyof ScenarioDraft, unknown>;
  const { name: givenName, inputs: givenInputs, currencyRate } = fields;
  if (currencyRate !== base.currencyRate) return { ok: false, faults: [otherCurrency] };
  const name = checkScenarioName(givenName);
  const declared = declaredBy(base.released, currencyRate);
  const own = checkScenarioInputs(givenInputs, currencyRate, base.currency, declared);
  const together = own.ok ? checkInputs({ ...base.inputs, ...own.inputs }, currencyRate, base.currency, declared) : own;
  if (name.ok && own.ok && together.ok)
    return {
      ok: true,
      draft: { name: name.name, inputs: own.inputs, currencyRate, ...statedRows(fields.rows as ScenarioRows) },
    };
  return {
    ok: false,
    faults: [...(name.ok ? [] : name.faults), ...(together.ok ? [] : together.faults)],
  };
}

/** The inputs with which a scenario is worked out. */
export function inputsOf(base: Partial<Inputs>, scenario: Pick<ScenarioDraft, "inputs">): Partial<Inputs> {
  return { ...base, ...scenario.inputs };
}
