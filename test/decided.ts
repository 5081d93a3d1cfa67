import type { Proposal } from "@/lib/schemas/decision/proposal";
import { authorizeModel, type EditAccess } from "@/lib/server/access/model";
import type { SessionUser } from "@/lib/server/access/person";
import { answerDecision, signedInBy } from "@/lib/server/decisions/answer";
import { proposeDecision } from "@/lib/server/decisions/propose";
import { someOrigin } from "./people";

/** Own servers, for which the first of these people answers, and which all of them are to approve. */
export function someProposal(asked: readonly { id: string }[], change: Partial<Proposal> = {}): Proposal {
  const approverIds = asked.map(({ id }) => id);
  return {
    ...{ architecture: "onPremises", title: "Own servers", reasons: "They cost least", alternatives: [], dissent: "" },
    ...{ reviewOn: "2028-03-03", conditions: [], ownerId: approverIds[0] ?? "", approverIds },
    approvalsNeeded: approverIds.length,
    ...change,
  };
}

/** @throws where it is refused, with the reasons */
export async function proposed(access: EditAccess, proposal: Proposal): Promise<{ number: number; digest: string }> {
  const outcome = await proposeDecision(access, proposal, someOrigin());
  if (!outcome.ok) throw new Error(outcome.faults.map(({ message }) => message).join(" "));
  return outcome;
}

type Given = Parameters<typeof answerDecision>[1];

/** What comes of a person's answer. */
export async function answered(
  user: SessionUser,
  modelId: string,
  given: Omit<Given, "answer">,
  answer: Given["answer"] = "approved",
) {
  const access = await authorizeModel(user, modelId, "view");
  if (access === null || access === "refused") throw new Error(`${user.name} has no access`);
  return answerDecision(access, { ...given, answer }, await signedInBy(user), someOrigin());
}
