import "server-only";
import { refused } from "@/lib/outcome";
import type { ViewAccess } from "@/lib/server/access/model";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { recordEvent } from "@/lib/server/audit/record-event";
import { copyCriteria } from "@/lib/server/decision/copy-criteria";
import { copyScenarios } from "@/lib/server/models/scenarios/copy-scenarios";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { addModel, type CreateOutcome, countNewModel } from "./create-model";
import { readModel } from "./model-row";

const longestName = 200;

/**
 * Makes a copy of a model that the person may read, in an organisation of theirs: its figures, scenarios and
 * criteria, not its history, its shares or what each person weighs.
 * All of it is read at one moment and written in one transaction: there is a whole copy, or none.
 */
export async function duplicateModel(
  access: ViewAccess,
  into: OrganisationViewAccess,
  origin: RequestOrigin,
): Promise<CreateOutcome> {
  const tooMany = await countNewModel(into);
  if (tooMany !== null) return tooMany;
  const { user, modelId, organisationId } = access;
  // Two organisations may take part, so the scope names none: each statement names its own.
  return inScope(
    { user: user.id },
    async (tx): Promise<CreateOutcome> => {
      const model = await readModel(tx, access);
      const row = await tx.costModel.findFirst({
        where: { id: modelId, organisationId, deletedAt: null },
        select: { isPrivate: true },
      });
      if (model === null || row === null) {
        return refused("form", "This model is no longer there. Reload the page.");
      }
      const draft = { ...model, name: copyName(model.name) };
      // A copy keeps to the version of what it was copied from: it shows the same figures.
      const { templateKey, modelVersion: version } = model;
      const made = await addModel(tx, into, { draft, templateKey, version, isPrivate: row.isPrivate }, origin);
      if (!made.ok) return made;
      await copyScenarios(tx, access, into, made.id, origin);
      await copyCriteria(tx, access, into, made.id);
      if (into.organisationId !== organisationId) {
        // The owner of the model can see that its figures have left their organisation.
        await recordEvent(tx, access, origin, {
          action: "model.copied",
          subjectType: "model",
          subjectId: modelId,
          detail: { revision: model.revision },
        });
      }
      return made;
    },
    "RepeatableRead",
  );
}

/** "Copy of Patches"; cut where a name may not be longer, between characters. */
export function copyName(name: string): string {
  return [...`Copy of ${name}`].reduce(
    (text, letter) => (text.length + letter.length > longestName ? text : text + letter),
    "",
  );
}
