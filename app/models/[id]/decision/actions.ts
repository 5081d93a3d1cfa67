"use server";

import { z } from "zod";
import { sentDecisionSchema, swingsSchema } from "@/lib/schemas/decision";
import { revisionNumber } from "@/lib/schemas/revision-number";
import { saveDecision, saveOwnWeights } from "@/lib/server/decision/stored-decision";
import { action } from "@/lib/server/http/action";

const id = z.uuid("This names no model.");

/** Saves criteria, ends, judged levels and the group's weights. */
export const saveDecisionAction = action(
  {
    name: "saveDecisionAction",
    requires: "edit",
    input: z.tuple([id, z.strictObject({ revision: revisionNumber(0), settings: sentDecisionSchema })]),
  },
  async ({ input: [, given], access, origin }) => saveDecision(access, given, origin),
);

/** Saves how the person weighs, apart from the others. */
export const saveOwnWeightsAction = action(
  { name: "saveOwnWeightsAction", requires: "comment", input: z.tuple([id, swingsSchema]) },
  async ({ input: [, swings], access, origin }) => saveOwnWeights(access, swings, origin),
);
