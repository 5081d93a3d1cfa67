import "server-only";
import { isTaken, saysOther } from "@/lib/draft/figures/follow";
import type { FigureBook, FigureContent, Follower } from "@/lib/draft/figures/organisation-figure";
import { completeInputs } from "@/lib/model/currency";
import { type Inputs, isInputKey } from "@/lib/model/inputs";
import { declaredOf } from "@/lib/model/released/declared-of";
import { followsSchema } from "@/lib/schemas/notes";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { readRevisions } from "./figure-rows";
import { listFollowing } from "./sql";

/** Which models follow which figure, of those that the reader may see; one whose input was changed since follows none. */
export async function listFollowers(access: OrganisationViewAccess, { figures }: FigureBook): Promise<Follower[]> {
  const rows = await listFollowing(access);
  const following = rows.flatMap(({ modelId, name, key, follows: stored, inputs, currencyRate, modelVersion }) => {
    const follows = followsSchema.safeParse(stored);
    if (!isInputKey(key) || !follows.success) return [];
    const declared = declaredOf(modelVersion, currencyRate);
    const value = completeInputs(inputs as Partial<Inputs>, currencyRate, declared)[key];
    const { figure, revision } = follows.data;
    return isTaken(follows.data, value) ? [{ modelId, name, key, figure, revision }] : [];
  });
  const earlier = await earlierContents(access, following);
  return following.map((one) => {
    const now = figures.find(({ id }) => id === one.figure);
    const taken = earlier.get(`${one.figure} ${one.revision}`);
    const isOlder = now !== undefined && taken !== undefined && saysOther(one.key, taken, now.content);
    return { ...one, isOlder };
  });
}

/** What was stated at the revisions that models follow, by figure and number. */
async function earlierContents(
  { scope, organisationId }: OrganisationViewAccess,
  following: readonly { figure: string; revision: number }[],
): Promise<ReadonlyMap<string, FigureContent>> {
  if (following.length === 0) return new Map();
  const which = following.map(({ figure: figureId, revision: number }) => ({ figureId, number }));
  const rows = await readInScope(scope, (tx) => readRevisions(tx, organisationId, which));
  return new Map(rows.map(({ figureId, number, content }) => [`${figureId} ${number}`, content]));
}
