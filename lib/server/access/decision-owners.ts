import "server-only";
import { unsafeTakeDecisionsToCheck } from "@/lib/server/access/sql";
import { authorizeModel, type ViewAccess } from "./model";
import { answerableFor } from "./person";

/** A decision that nobody has looked at for a day, in the name of the person who answers for it. */
export interface DueDecision {
  decisionId: string;
  access: ViewAccess;
}

/**
 * Takes approved decisions to look at again, each handed to one server, with proof of what the person may see who answers for them: it is
 * looked at as if that person visited it. One whose person can no longer see the model is left out.
 */
export async function takeDueDecisions(most: number): Promise<DueDecision[]> {
  const taken = await unsafeTakeDecisionsToCheck(most);
  const due: DueDecision[] = [];
  for (const found of taken) {
    const access = await authorizeModel(answerableFor(found), found.modelId, "view");
    if (access !== null && access !== "refused") due.push({ decisionId: found.decisionId, access });
  }
  return due;
}
