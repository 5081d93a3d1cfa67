import "server-only";
import { declaredOf } from "@/lib/model/released/declared-of";
import { ownRowsOf } from "@/lib/model/rows/own-rows";
import { refused } from "@/lib/outcome";
import { checkDraft } from "@/lib/schemas/draft";
import type { LinkCopyAccess } from "@/lib/server/access/link";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { addModel, type CreateOutcome, countNewModel } from "@/lib/server/models/create-model";
import { copyName } from "@/lib/server/models/duplicate-model";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { isShareLinkPrivate, unsafeRecordShareLinkEvent } from "@/lib/server/sharing/sql";
import { loadLinkedModel } from "./linked-model";

/**
 * Makes a model of what a link shows, in an organisation of the person's own. What the link leaves out is at its default, or not there.
 * The copy of a private model is private. The link is read, the copy made and both written down in one transaction.
 */
export async function copyLinkedModel(
  access: LinkCopyAccess,
  into: OrganisationViewAccess,
  origin: RequestOrigin,
): Promise<CreateOutcome> {
  const tooMany = await countNewModel(into);
  if (tooMany !== null) return tooMany;
  return inScope(into.scope, async (tx): Promise<CreateOutcome> => {
    const found = await loadLinkedModel(access, tx);
    if (found === null) {
      return refused("form", "This link has been withdrawn. Nothing was copied.");
    }
    const { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate } = found.model;
    const { inputs, notes, drivers, trials, seed, templateKey, modelVersion: version } = found.model;
    const head = { description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate };
    const figures = { inputs, ...ownRowsOf(found.model), notes, drivers, trials, seed };
    const checked = checkDraft({ name: copyName(name), ...head, ...figures }, (rate) => declaredOf(version, rate));
    if (!checked.ok) return { ok: false, faults: checked.faults };
    const isPrivate = await isShareLinkPrivate(tx, access.link);
    const made = await addModel(tx, into, { draft: checked.draft, templateKey, version, isPrivate }, origin);
    if (made.ok) await unsafeRecordShareLinkEvent(access.link, { action: "link.copied", address: origin.address }, tx);
    return made;
  });
}
