"use server";

import { revalidatePath } from "next/cache";
import { routes } from "@/lib/routes";
import { answerSchema } from "@/lib/schemas/decision/answer";
import { proposalSchema } from "@/lib/schemas/decision/proposal";
import { revisionNumber } from "@/lib/schemas/revision-number";
import { z } from "@/lib/schemas/zod";
import { answerDecision, signedInBy } from "@/lib/server/decisions/answer";
import { createDecisionLink, revokeDecisionLink } from "@/lib/server/decisions/links";
import { countProposal, type ProposeOutcome, proposeDecision } from "@/lib/server/decisions/propose";
import { action } from "@/lib/server/http/action";
import { mailNoticesAfterwards } from "@/lib/server/notices/mail-notices";

export const proposeDecisionAction = action(
  { name: "proposeDecisionAction", requires: "edit", input: z.tuple([z.uuid(), proposalSchema]) },
  async ({ input: [, proposal], access, origin }): Promise<ProposeOutcome> => {
    const outcome = (await countProposal(access)) ?? (await proposeDecision(access, proposal, origin));
    if (outcome.ok) mailNoticesAfterwards(access.user);
    return outcome;
  },
);

export const answerDecisionAction = action(
  { name: "answerDecisionAction", requires: "view", input: z.tuple([z.uuid(), answerSchema]) },
  async ({ input: [id, answer], user, access, origin }) => {
    const outcome = await answerDecision(access, answer, await signedInBy(user), origin);
    if (outcome.ok) mailNoticesAfterwards(access.user);
    revalidatePath(routes.decisionRecord(id, answer.number));
    return outcome;
  },
);

export const createDecisionLinkAction = action(
  { name: "createDecisionLinkAction", requires: "share", input: z.tuple([z.uuid(), revisionNumber()]) },
  async ({ input: [, number], access, origin }) => createDecisionLink(access, number, origin),
);

export const revokeDecisionLinkAction = action(
  { name: "revokeDecisionLinkAction", requires: "share", input: z.tuple([z.uuid(), z.uuid()]) },
  async ({ input: [, linkId], access, origin }) => revokeDecisionLink(access, linkId, origin),
);
