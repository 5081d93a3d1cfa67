"use server";

import { z } from "zod";
import type { ScenarioOutcome } from "@/lib/draft/scenario/scenario";
import type { FieldError } from "@/lib/outcome";
import { revisionNumber } from "@/lib/schemas/revision-number";
import { action } from "@/lib/server/http/action";
import { countSave } from "@/lib/server/models/save-limit";
import { deleteScenario, saveScenario } from "@/lib/server/scenarios/change-scenario";
import { createScenario } from "@/lib/server/scenarios/create-scenario";

const id = z.uuid("This names no scenario of the model.");
const revision = revisionNumber();
const refuse = (faults: FieldError[]): ScenarioOutcome =>
  faults.length === 1 && faults[0]?.key === "form"
    ? { kind: "refused", message: faults[0].message }
    : { kind: "invalid", faults };

export const createScenarioAction = action(
  {
    name: "createScenarioAction",
    requires: "edit",
    input: z.tuple([id, z.unknown()]),
  },
  async ({ input: [, draft], access, origin }) => createScenario(access, draft, origin),
);

export const saveScenarioAction = action(
  {
    name: "saveScenarioAction",
    requires: "edit",
    input: z.tuple([id, id, z.strictObject({ revision, draft: z.unknown() })]),
    refuse,
    later: (wait): ScenarioOutcome => ({ kind: "later", ...wait }),
  },
  async ({ input: [, scenarioId, given], access, origin }): Promise<ScenarioOutcome> =>
    (await countSave(access.user)) ?? saveScenario(access, scenarioId, given, origin),
);

export const deleteScenarioAction = action(
  { name: "deleteScenarioAction", requires: "edit", input: z.tuple([id, id, revision]), refuse },
  async ({ input: [, scenarioId, seen], access, origin }) => deleteScenario(access, scenarioId, seen, origin),
);
