import type { CostModelFull, ModelDraft } from "@/lib/draft/model";

/** A model as the server tells of it, in which this person may do everything. */
export function storedModel(draft: ModelDraft, revision: number, id = "m"): CostModelFull {
  const rights = { canComment: true, canEdit: true, canShare: true, canUnarchive: false };
  const head = { id, organisationName: "O", templateKey: null, modelVersion: 1, isArchived: false, ...rights };
  return { ...draft, ...head, revision, changedAt: "2027-01-01T12:00:00.000Z", changedBy: "Bob" };
}
