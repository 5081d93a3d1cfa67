import { z } from "./zod";

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

const schema = z.object({
  // PostgreSQL takes no NUL in a text; nobody searches for the other control characters.
  search: z
    .string()
    .max(200)
    .transform((text) => text.replace(/\p{Cc}/gu, " ").trim())
    .catch(""),
  sort: z.enum(modelSorts).catch("-changed"),
  shelf: z.enum(modelShelves).catch("current"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export const firstPage: ModelListing = { search: "", sort: "-changed", shelf: "current", page: 1 };

/** Reads an address's parameters; one that makes no sense counts as if it had not been given. */
export function readModelListing(parameters: Readonly<Record<string, unknown>>): ModelListing {
  return schema.parse({ search: "", ...parameters });
}

/** The parameters of another page of the list; what is as it starts is left out. */
export function modelListingQuery(listing: ModelListing): string {
  const given = Object.entries(listing).filter(([key, value]) => value !== firstPage[key as keyof ModelListing]);
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return query.size > 0 ? `?${query}` : "";
}
