import "server-only";
import { declaredOf } from "@/lib/model/released/declared-of";
import { checkDraft } from "@/lib/schemas/draft";
import type { LinkCopyAccess, OrganisationViewAccess } from "@/lib/server/access";
import { recordShareLinkEvent } from "@/lib/server/before-scope";
import { type CreateOutcome, createModel } from "@/lib/server/models/create-model";
import { copyName } from "@/lib/server/models/duplicate-model";
import type { RequestOrigin } from "@/lib/server/request";
import { inScope } from "@/lib/server/scope";
import { loadLinkedModel } from "./linked-model";

/** Makes a model of what a link shows, in an organisation of the person's own. What the link leaves out is at its default, or not there. */
export async function copyLinkedModel(
  access: LinkCopyAccess,
  into: OrganisationViewAccess,
  origin: RequestOrigin,
): Promise<CreateOutcome> {
  const found = await loadLinkedModel(access, { counts: false });
  if (found === null) {
    return { ok: false, faults: [{ key: "form", message: "This link has been withdrawn. Nothing was copied." }] };
  }
  const { name, description, startMonth, fiscalYearStart, currency, currencyRate, currencyRateDate } = found.model;
  const { inputs, customLines, notes, templateKey, modelVersion } = found.model;
  const checked = checkDraft(
    {
      name: copyName(name),
      description,
      startMonth,
      fiscalYearStart,
      currency,
      currencyRate,
      currencyRateDate,
      inputs,
      customLines,
      notes,
    },
    (rate) => declaredOf(modelVersion, rate),
  );
  if (!checked.ok) return { ok: false, faults: checked.faults };
  const made = await createModel(into, checked.draft, templateKey, origin, undefined, modelVersion);
  if (made.ok) {
    await inScope({ user: into.user.id }, (tx) =>
      recordShareLinkEvent(access.link, { action: "link.copied", address: origin.address }, tx),
    );
  }
  return made;
}
