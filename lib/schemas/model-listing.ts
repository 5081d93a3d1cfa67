export const modelSorts = ["changed", "-changed", "name", "-name"] as const;
export type ModelSort = (typeof modelSorts)[number];

/** Which models a list holds: those in use, those put away, those deleted that may still be restored. */
export const modelShelves = ["current", "archived", "deleted"] as const;
export type ModelShelf = (typeof modelShelves)[number];

/** How many models a page of the list has. */
export const modelsPerPage = 25;

/** What a list of models is asked for. */
export interface ModelListing {
  search: string;
  /** "-" before it: the last letter, or the newest, first. */
  sort: ModelSort;
  shelf: ModelShelf;
  /** From 1. */
  page: number;
}

export const firstPage: ModelListing = { search: "", sort: "-changed", shelf: "current", page: 1 };

/** The parameters of another page of the list; what is as it starts is left out. */
export function modelListingQuery(listing: ModelListing): string {
  const given = Object.entries(listing).filter(([key, value]) => value !== firstPage[key as keyof ModelListing]);
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return query.size > 0 ? `?${query}` : "";
}
