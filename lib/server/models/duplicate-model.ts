import "server-only";
import type { ViewAccess } from "@/lib/server/access";
import type { RequestOrigin } from "@/lib/server/request";
import { type CreateOutcome, createModel } from "./create-model";
import { loadModel } from "./get-model";

const longestName = 200;

/** Makes a copy of a model that the person may read, in their own organisation: its figures, not its history or its shares. */
export async function duplicateModel(access: ViewAccess, origin: RequestOrigin): Promise<CreateOutcome> {
  const model = await loadModel(access);
  if (model === null) {
    return { ok: false, faults: [{ key: "form", message: "This model is no longer there. Reload the page." }] };
  }
  return createModel(access.user, { ...model, name: copyName(model.name) }, model.templateKey, origin);
}

/** "Copy of Patches"; cut where a name may not be longer, between characters. */
export function copyName(name: string): string {
  return [...`Copy of ${name}`].reduce(
    (text, letter) => (text.length + letter.length > longestName ? text : text + letter),
    "",
  );
}
