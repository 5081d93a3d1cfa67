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
 * the criteria and weights of its decision, or what its organisation states of its own changed, that there is no room for one more reader (until there is), and as the last one that it is no longer there for the reader.
 * Of an organisation whose figures are followed: that they changed, and that they are no longer there for the reader.
 * Of the whole stream, as its last: that the session has ended, or that the person has opened too many other streams since.
 */
export const liveEvents = {
  model: "model",
  rights: "rights",
  people: "people",
  scenarios: "scenarios",
  comments: "comments",
  decision: "decision",
  figures: "figures",
  full: "full",
  gone: "gone",
  signedOut: "signedOut",
  replaced: "replaced",
} as const;

export type LiveEvent = keyof typeof liveEvents;

/** What a stream shall follow: a model, or the figures of an organisation. */
export interface Follow {
  /** Of the model or the organisation. */
  id: string;
  /** The revision of the model from which on; 0 of figures. */
  known: number;
  /** Whether the model's scenarios are followed too. */
  scenarios: boolean;
  isFigures?: boolean;
}

/** No more than this is followed in one browser at once. */
export const mostFollowed = 30;

/** As it stands in an address. */
export function followText({ id, known, scenarios, isFigures }: Follow): string {
  return isFigures ? `${id}.figures` : `${id}.${known}${scenarios ? ".scenarios" : ""}`;
}

/** @returns null where it is none */
export function readFollow(text: string): Follow | null {
  const found =
    /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.(?:(\d{1,9})(\.scenarios)?|figures)$/.exec(text);
  if (found === null) return null;
  const [, id = "", known, scenarios] = found;
  if (known === undefined) return { id, known: 0, scenarios: false, isFigures: true };
  return { id, known: Number(known), scenarios: scenarios !== undefined };
}

/** The data of an event: whose it is, then what. A stream's own events carry neither. */
export function eventData(id: string, what: unknown): string {
  return `${id} ${JSON.stringify(what)}`;
}

export function readEventData(data: string): { id: string; json: string } {
  const space = data.indexOf(" ");
  return { id: data.slice(0, space), json: data.slice(space + 1) };
}
