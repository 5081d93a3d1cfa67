import "server-only";
import { authorizeModel, type OrganisationViewAccess, type ViewAccess } from "@/lib/server/access";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/request";
import { createScenario } from "@/lib/server/scenarios/create-scenario";
import { loadScenarios } from "@/lib/server/scenarios/get-scenarios";
import { inScope } from "@/lib/server/scope";
import { type CreateOutcome, createModel } from "./create-model";

const longestName = 200;

/** Makes a copy of a model that the person may read, in an organisation of theirs: its figures and scenarios, not its history or its shares. */
export async function duplicateModel(
  access: ViewAccess,
  into: OrganisationViewAccess,
  origin: RequestOrigin,
): Promise<CreateOutcome> {
  const found = await loadScenarios(access);
  if (found === null) {
    return { ok: false, faults: [{ key: "form", message: "This model is no longer there. Reload the page." }] };
  }
  const { model, scenarios } = found;
  const copied = { ...model, name: copyName(model.name) };
  // A copy keeps to the version of what it was copied from: it shows the same figures.
  const made = await createModel(into, copied, model.templateKey, origin, undefined, model.modelVersion);
  if (made.ok && into.organisationId !== access.organisationId) {
    // Whoever owns the model can see that its figures have left their organisation.
    await inScope(access.scope, (tx) =>
      recordEvent(tx, access, origin, {
        action: "model.copied",
        subjectType: "model",
        subjectId: access.modelId,
        detail: { revision: model.revision },
      }),
    );
  }
  if (!made.ok || scenarios.length === 0) return made;
  const copy = await authorizeModel(access.user, made.id, "edit");
  if (copy === null || copy === "refused") return made;
  for (const { name, inputs, currencyRate } of scenarios) {
    await createScenario(copy, { name, inputs, currencyRate }, origin);
  }
  return made;
}

/** "Copy of Patches"; cut where a name may not be longer, between characters. */
export function copyName(name: string): string {
  return [...`Copy of ${name}`].reduce(
    (text, letter) => (text.length + letter.length > longestName ? text : text + letter),
    "",
  );
}
