import type { ModelDraft, ReadFigures } from "@/lib/draft/model";
import { type DocumentedModel, documentFormat } from "@/lib/draft/model-document";
import { checkScenarioInputs, checkScenarioName, mostScenarios } from "@/lib/draft/scenario/scenario";
import { type ScenarioRows, statedRows } from "@/lib/draft/scenario/scenario-rows";
import type { Inputs } from "@/lib/model/inputs";
import { declaredOf } from "@/lib/model/released/declared-of";
import { modelVersion as presentVersion } from "@/lib/model/version";
import { type FieldError, refused } from "@/lib/outcome";
import { checkDraft } from "@/lib/schemas/draft";
import { checkScenarioRows } from "@/lib/schemas/rows/check-scenario-rows";
import { textFault, unstorableTexts } from "@/lib/text/text-fault";
import { isObject } from "@/lib/value/is-object";
import { readJson } from "./read-json";

/** Whether a file is JSON and no table: a table has a name of a column first. */
export const isJson = (text: string) => /^\ufeff?\s*\{/.test(text);

/**
 * Reads model.json. For a model that is to be made it gives the draft, the version that it keeps to and its scenarios; on top of a
 * model that there is, the draft with the name, the description and the dates of that model.
 *
 * @param digestOf what the file must say of itself
 */
export function readModelJson(
  text: string,
  draft: ModelDraft,
  { isNew, version: own }: { isNew: boolean; version: number },
  digestOf: (documented: DocumentedModel) => string,
): ReadFigures {
  const unstorable = textFault("The file", text);
  if (unstorable) return refused("file", unstorable);
  const read = readJson(text.replace(/^\ufeff/, ""));
  if (!read.ok) return read;
  if (read.repeated.length > 0) return { ok: false, faults: read.repeated };
  const { format, digest, modelVersion, model, scenarios } = read.value as Record<string, unknown>;
  if (format !== documentFormat || !isObject(model) || !Array.isArray(scenarios) || !scenarios.every(isObject))
    return refused("file", "This is no model.json as “Export” downloads it. Choose one, or an inputs.csv.");
  if (typeof modelVersion !== "number" || !Number.isInteger(modelVersion) || modelVersion < 1)
    return refused("modelVersion", "The file does not say which version of the model it keeps to. Export it again.");
  if (modelVersion > presentVersion) {
    const newer = `The file is of version ${modelVersion} of the model, and this site has version ${presentVersion}.`;
    return refused("modelVersion", `${newer} Import it where it is from, or update this site.`);
  }
  // In JSON a character may be written by its number, so that the file itself does not hold it.
  const [escaped] = unstorableTexts([model, scenarios]);
  if (escaped) return refused("file", textFault("A text of the file", escaped.text) ?? "");
  if (digest !== digestOf({ modelVersion, model, scenarios } as never)) {
    const changed = "The figures of this file were changed after it was exported: its digest is of others.";
    return refused("digest", `${changed} Export it again, and change the figures here, or in an inputs.csv.`);
  }
  const { templateKey, ...figures } = model;
  const { name, description, startMonth, fiscalYearStart } = draft;
  const version = isNew ? modelVersion : own;
  const head = isNew ? (name === "" ? {} : { name }) : { name, description, startMonth, fiscalYearStart };
  const checked = checkDraft({ ...figures, ...head }, (rate) => declaredOf(version, rate));
  if (!checked.ok) return checked;
  const template = typeof templateKey === "string" ? templateKey : null;
  if (!isNew) return { ok: true, draft: checked.draft, templateKey: template };
  const found = readScenarios(scenarios, checked.draft, version);
  if (found.faults.length > 0) return { ok: false, faults: found.faults };
  return { ok: true, draft: checked.draft, templateKey: template, version, scenarios: found.scenarios };
}

/** Each for itself: a scenario that no longer fits its model says so in the new one too, and can be mended there. */
function readScenarios(
  given: readonly Record<string, unknown>[],
  { currencyRate: rate, currency }: ModelDraft,
  version: number,
) {
  const faults: FieldError[] = [];
  const scenarios: { name: string; inputs: Partial<Inputs>; rows?: ScenarioRows }[] = [];
  if (given.length > mostScenarios)
    faults.push({ key: "scenarios", message: `A model has at most ${mostScenarios} scenarios.` });
  for (const fields of given.slice(0, mostScenarios)) {
    const name = checkScenarioName(fields.name);
    const declared = declaredOf(version, rate);
    const inputs = checkScenarioInputs(fields.inputs, rate, currency, declared);
    const rows = checkScenarioRows(fields.rows, { currency, declared });
    if (name.ok && inputs.ok && rows.ok && !scenarios.some((one) => one.name === name.name))
      scenarios.push({ name: name.name, inputs: inputs.inputs, ...statedRows(rows.rows) });
    else if (name.ok && inputs.ok && rows.ok)
      faults.push({ key: "scenarios", message: `Two scenarios are called “${name.name}”. Rename one.` });
    else faults.push(...[name, inputs, rows].flatMap((part) => (part.ok ? [] : part.faults)));
  }
  return { faults, scenarios };
}
