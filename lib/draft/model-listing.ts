import { type ListPosition, listStart } from "@/lib/text/list-position";

export const modelSorts = ["changed", "-changed", "name", "-name"] as const;
export type ModelSort = (typeof modelSorts)[number];

/** Which models a list holds: those in use, those archived, those deleted that may still be restored. */
export const modelShelves = ["current", "archived", "deleted"] as const;
export type ModelShelf = (typeof modelShelves)[number];

/** How many models a page of the list has. */
export const modelsPerPage = 25;

/** What a list of models is asked for. */
export interface ModelListing extends ListPosition {
  search: string;
  /** "-" before it: the last letter, or the newest, first. */
  sort: ModelSort;
  shelf: ModelShelf;
}

export const firstPage: ModelListing = { search: "", sort: "-changed", shelf: "current", ...listStart };

/** The same list from its start. */
export function fromStart(listing: ModelListing): ModelListing {
  return { ...listing, ...listStart };
}

/** The parameters of another page of the list; what is as it starts is left out. */
export function modelListingQuery(listing: ModelListing): string {
  const given = Object.entries(listing).filter(([key, value]) => value !== firstPage[key as keyof ModelListing]);
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return query.size > 0 ? `?${query}` : "";
}
