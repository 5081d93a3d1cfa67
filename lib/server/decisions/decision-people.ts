import "server-only";
import type { ViewAccess } from "@/lib/server/access/model";
import { mentionablePeople } from "@/lib/server/comments/sql";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";

export interface DecisionPerson {
  id: string;
  name: string;
  /** To tell namesakes apart, where the reader may know it. */
  email: string | null;
}

/** Who may answer for a decision, and approve it: those who see the model, as far as the person knows them, the person first. */
export async function decisionPeople(tx: ScopedTransaction, access: ViewAccess): Promise<DecisionPerson[]> {
  const { id, name, email } = access.user;
  return [{ id, name, email }, ...(await mentionablePeople(tx, access))];
}

export function listDecisionPeople(access: ViewAccess): Promise<DecisionPerson[]> {
  return inScope(access.scope, (tx) => decisionPeople(tx, access));
}
