import type { CostModelFull } from "./model";

/** Somebody who has a model open just now. */
export interface PersonHere {
  name: string;
  isYou: boolean;
}

/** What a person may do with a model, and whether it is archived: that can change while a page is open. */
export type ModelRights = Pick<CostModelFull, "isArchived" | "canComment" | "canEdit" | "canShare" | "canUnarchive">;

export function rightsOf(model: CostModelFull): ModelRights {
  const { isArchived, canComment, canEdit, canShare, canUnarchive } = model;
  return { isArchived, canComment, canEdit, canShare, canUnarchive };
}

/**
 * What a model's stream of events tells, by the name of the event: the model as it stands (CostModelFull), what one may do with it (ModelRights),
 * who has it open (PersonHere[]), its scenarios as they stand (ScenarioFull[]) to who asked for them, that its comments changed; and as the last one, that it is no longer
 * there for this person, or that their session has ended.
 */
export const liveEvents = {
  model: "model",
  rights: "rights",
  people: "people",
  scenarios: "scenarios",
  comments: "comments",
  gone: "gone",
  signedOut: "signedOut",
} as const;
