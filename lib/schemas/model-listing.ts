import { firstPage, type ModelListing, modelShelves, modelSorts } from "@/lib/draft/model-listing";
import { positionFields, searchedText } from "./list-position";
import { z } from "./zod";

const schema = z.object({
  search: searchedText,
  sort: z.enum(modelSorts).catch("-changed"),
  shelf: z.enum(modelShelves).catch("current"),
  ...positionFields,
});

/** Reads an address's parameters; one that makes no sense counts as if it had not been given. */
export function readModelListing(parameters: Readonly<Record<string, unknown>>): ModelListing {
  // What is not given is said here: to catch a fault takes longer than to read all of it.
  return schema.parse({ ...firstPage, ...parameters });
}
