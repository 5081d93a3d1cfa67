import "server-only";
import type { CostModelFull } from "@/lib/draft/model";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import { proveReaders, type ViewAccess } from "@/lib/server/access/model";
import type { SessionUser } from "@/lib/server/access/person";
import { readModel } from "@/lib/server/models/model-row";
import { readScenarios } from "@/lib/server/models/scenarios/scenario-row";
import { inScope } from "@/lib/server/runtime/scope";
import { type Present, readPeople } from "./presence";

export interface Needs {
  model: boolean;
  scenarios: boolean;
  people: boolean;
}

export interface ReadOnce {
  /** In the order of the readers. */
  proofs: (ViewAccess | "gone" | "signedOut")[];
  /** With the rights of one of the readers: everybody else's are to be put in their place. */
  model: CostModelFull | null;
  scenarios: ScenarioFull[] | null;
  people: Present | null;
}

/** Someone who read the model before, by that proof. */
interface EarlierReader {
  user: SessionUser;
  access: ViewAccess;
}

/** So often another reader is tried whose access may just have ended. */
const tries = 4;

/**
 * Reads what is needed of a model once for all of its readers, and proves each of them. It is read in the scope of one reader, under
 * row-level security, and the proof comes after it: who passes had access later than what they are sent was so.
 *
 * @throws where the database cannot be reached, or readers lose their access faster than others are tried
 */
export async function readOnce(readers: readonly EarlierReader[], needs: Needs): Promise<ReadOnce> {
  let reader = readers[0];
  for (let tried = 0; reader !== undefined && tried < tries; tried++) {
    const { user, access } = reader;
    const found = await inScope(access.scope, async (tx) => {
      // The figures of scenarios are in the model's currency.
      const model = needs.model || needs.scenarios ? await readModel(tx, access) : null;
      const scenarios = needs.scenarios && model !== null ? await readScenarios(tx, access, model) : null;
      const people = needs.people ? await readPeople(tx, access) : null;
      const asked = readers.map((one) => ({ user: one.user, modelId: one.access.modelId }));
      return { model, scenarios, people, proofs: await proveReaders(tx, asked) };
    });
    const isProven = (index: number) => typeof found.proofs[index] === "object";
    const own = readers.findIndex((one) => one.user === user);
    const other = readers.findIndex((_, index) => isProven(index));
    if (isProven(own) || other === -1) return found;
    reader = readers[other];
  }
  if (reader === undefined) return { proofs: [], model: null, scenarios: null, people: null };
  throw new Error("no reader of the model kept access to it while it was read");
}
