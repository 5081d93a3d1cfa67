"use server";

import { z } from "zod";
import { refused } from "@/lib/outcome";
import { text } from "@/lib/schemas/text";
import { action } from "@/lib/server/http/action";
import { archiveModel, deleteModel, restoreModel, unarchiveModel } from "@/lib/server/models/archive-and-delete";
import type { CreateOutcome } from "@/lib/server/models/create-model";
import { duplicateModel } from "@/lib/server/models/duplicate-model";
import { currentOrganisation, noOrganisation } from "@/lib/server/organisations/current-organisation";

const input = z.tuple([z.uuid()]);

export const duplicateModelAction = action(
  { name: "duplicateModelAction", requires: "view", input },
  async ({ access, user, origin }): Promise<CreateOutcome> => {
    const into = await currentOrganisation(user);
    if (!into) return refused("form", noOrganisation);
    return duplicateModel(access, into, origin);
  },
);

export const archiveModelAction = action(
  { name: "archiveModelAction", requires: "manage", input },
  async ({ access, origin }) => archiveModel(access, origin),
);

export const unarchiveModelAction = action(
  { name: "unarchiveModelAction", requires: "manage", input },
  async ({ access, origin }) => unarchiveModel(access, origin),
);

export const deleteModelAction = action(
  { name: "deleteModelAction", requires: "manage", input: z.tuple([z.uuid(), text("Title").max(1000).optional()]) },
  async ({ input: [, title], access, origin }) => deleteModel(access, origin, title),
);

export const restoreModelAction = action(
  { name: "restoreModelAction", requires: "restore", input },
  async ({ access, origin }) => restoreModel(access, origin),
);
