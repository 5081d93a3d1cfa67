import "server-only";
import { z } from "zod";
import type { ModelSort } from "@/lib/draft/model-listing";
import { text } from "@/lib/schemas/text";
import { timePlace } from "@/lib/server/lists/list-place";

/** Where a page of the list begins or ends: the time or the folded name that the list is sorted by, and the id of the model there. */
export type ModelPlace = [key: string, id: string];

const namePlace = z.tuple([text("Name").max(4_000), z.uuid()]);

export const placeIn: Record<ModelSort, z.ZodType<ModelPlace>> = {
  changed: timePlace,
  "-changed": timePlace,
  name: namePlace,
  "-name": namePlace,
};

export function isByName(sort: ModelSort): boolean {
  return sort === "name" || sort === "-name";
}
