"use server";

import { revalidatePath } from "next/cache";
import { proposalSchema } from "@/lib/decision/proposal";
import { routes } from "@/lib/routes";
import { z } from "@/lib/schemas/zod";
import { answerDecision, answerSchema, signedInBy } from "@/lib/server/decisions/answer";
import { proposeDecision } from "@/lib/server/decisions/propose";
import { action } from "@/lib/server/http/action";
import { mailNoticesAfterwards } from "@/lib/server/notices/mail-notices";

export const proposeDecisionAction = action(
  { name: "proposeDecisionAction", requires: "edit", input: z.tuple([z.uuid(), proposalSchema]) },
  async ({ input: [, proposal], access, origin }) => {
    const outcome = await proposeDecision(access, proposal, origin);
    if (outcome.ok) mailNoticesAfterwards(access.user);
    return outcome;
  },
);

export const answerDecisionAction = action(
  { name: "answerDecisionAction", requires: "view", input: z.tuple([z.uuid(), answerSchema]) },
  async ({ input: [id, answer], user, access, origin }) => {
    const outcome = await answerDecision(access, answer, await signedInBy(user), origin);
    if (outcome.ok) mailNoticesAfterwards(access.user);
    revalidatePath(routes.decision(id, answer.number));
    return outcome;
  },
);
