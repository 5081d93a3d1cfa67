import { type Difference, figureDifferences } from "@/app/_components/document/figure-differences";
import { movedDraft } from "@/lib/draft/moved-draft";
import { payInputs } from "@/lib/model/pay/pay";
import { releasedBy } from "@/lib/model/released/declared-of";
import type { LinkedModel } from "@/lib/server/sharing/linked-model";

/**
 * The defaults of a linked model's version that are others today, and that the model rests on: `now` under its version, `next` under the
 * present one. Without pay where the link leaves it out: whether pay has its default is not for the link to say.
 */
export function versionDifferences(model: LinkedModel): Difference[] {
  const released = releasedBy(model.modelVersion);
  if (released === undefined) return [];
  const hidden: readonly string[] = model.leavesOutPay ? payInputs : [];
  return figureDifferences(model, movedDraft(model, released)).filter(({ key }) => !hidden.includes(key));
}
