import type { CostModelFull } from "@/lib/draft/model";

/** A person who has a model open just now. */
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

/** Who has a model open: the first of them by name, and how many more there are beside the reader. */
export interface PeopleHere {
  people: PersonHere[];
  more: number;
}

/**
 * What a stream of events sends, by the name of the event. Of one model: the model as it stands (CostModelFull), what the reader may do with it
 * (ModelRights), who has it open (PeopleHere), its scenarios as they stand (ScenarioFull[]) where they were asked for, that its comments,
 * or the criteria and weights of its decision changed, that there is no room for one more reader (until there is), and as the last one that it is no longer there for the reader.
 * Of the whole stream, as its last: that the session has ended, or that the person has opened too many other streams since.
 */
export const liveEvents = {
  model: "model",
  rights: "rights",
  people: "people",
  scenarios: "scenarios",
  comments: "comments",
  decision: "decision",
  full: "full",
  gone: "gone",
  signedOut: "signedOut",
  replaced: "replaced",
} as const;

export type LiveEvent = keyof typeof liveEvents;

/** A model that a stream shall follow: from which revision on, and whether with its scenarios. */
export interface Follow {
  modelId: string;
  known: number;
  scenarios: boolean;
}

/** More models than this are not followed in one browser at once. */
export const mostModels = 30;

/** As it stands in an address. */
export function followText({ modelId, known, scenarios }: Follow): string {
  return `${modelId}.${known}${scenarios ? ".scenarios" : ""}`;
}

/** @returns null where it is none */
export function readFollow(text: string): Follow | null {
  const found = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.(\d{1,9})(\.scenarios)?$/.exec(text);
  if (found === null) return null;
  return { modelId: found[1] ?? "", known: Number(found[2]), scenarios: found[3] !== undefined };
}

/** The data of an event: whose it is, then what. A stream's own events carry neither. */
export function eventData(modelId: string, what: unknown): string {
  return `${modelId} ${JSON.stringify(what)}`;
}

export function readEventData(data: string): { modelId: string; json: string } {
  const space = data.indexOf(" ");
  return { modelId: data.slice(0, space), json: data.slice(space + 1) };
}
