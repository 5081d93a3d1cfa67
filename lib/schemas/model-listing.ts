import { firstPage, type ModelListing, modelShelves, modelSorts } from "@/lib/draft/model-listing";
import { z } from "./zod";

/** A place in a list; the server that reads it says whether it is one. */
const place = z
  .string()
  .max(2_000)
  .regex(/^[\w-]*$/)
  .catch("");

const schema = z.object({
  // PostgreSQL takes no NUL and no half of a pair in a text; nobody searches for the other control characters.
  search: z
    .string()
    .max(200)
    .transform((text) => text.replace(/[\p{Cc}\p{Surrogate}]/gu, " ").trim())
    .catch(""),
  sort: z.enum(modelSorts).catch("-changed"),
  shelf: z.enum(modelShelves).catch("current"),
  after: place,
  before: place,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** Reads an address's parameters; one that makes no sense counts as if it had not been given. */
export function readModelListing(parameters: Readonly<Record<string, unknown>>): ModelListing {
  // What is not given is said here: to catch a fault takes longer than to read all of it.
  return schema.parse({ ...firstPage, ...parameters });
}
