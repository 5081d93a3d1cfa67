export const modelSorts = ["changed", "-changed", "name", "-name"] as const;
export type ModelSort = (typeof modelSorts)[number];

/** Which models a list holds: those in use, those archived, those deleted that may still be restored. */
export const modelShelves = ["current", "archived", "deleted"] as const;
export type ModelShelf = (typeof modelShelves)[number];

/** How many models a page of the list has. */
export const modelsPerPage = 25;

/** Of longer lists it is said only that they are longer: to count them takes longer than to show a page. */
export const mostCounted = 1_000;

/** What a list of models is asked for. */
export interface ModelListing {
  search: string;
  /** "-" before it: the last letter, or the newest, first. */
  sort: ModelSort;
  shelf: ModelShelf;
  /** From 1. */
  page: number;
  /** Where the page before ends: the place that a page gave as its `next`. Without it, pages are counted from the start. */
  after: string;
  /** Where the page behind begins: the place that a page gave as its `previous`. */
  before: string;
}

export const firstPage: ModelListing = {
  search: "",
  sort: "-changed",
  shelf: "current",
  page: 1,
  after: "",
  before: "",
};

/** The same list from its start. */
export function fromStart(listing: ModelListing): ModelListing {
  return { ...listing, page: 1, after: "", before: "" };
}

/** The parameters of another page of the list; what is as it starts is left out. */
export function modelListingQuery(listing: ModelListing): string {
  const given = Object.entries(listing).filter(([key, value]) => value !== firstPage[key as keyof ModelListing]);
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return query.size > 0 ? `?${query}` : "";
}
