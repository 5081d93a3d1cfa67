import "server-only";
import type { CostModelFull } from "@/lib/draft/model";
import { authorizeModel, type ViewAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { readModel } from "./model-row";

/** The model, or null where it is not there or not this person's to see. */
export async function getModel(user: AuthenticatedUser, id: string): Promise<CostModelFull | null> {
  const access = await authorizeModel(user, id, "view");
  return access === null || access === "refused" ? null : loadModel(access);
}

export async function loadModel(access: ViewAccess): Promise<CostModelFull | null> {
  return readInScope(access.scope, (tx) => readModel(tx, access));
}

/** The same with what it answered under its own version. */
export async function loadComparedModel(access: ViewAccess): Promise<CostModelFull | null> {
  return readInScope(access.scope, (tx) => readModel(tx, access, { compares: true }));
}
