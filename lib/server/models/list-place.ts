import "server-only";
import { z } from "zod";
import type { ModelSort } from "@/lib/draft/model-listing";
import { moment } from "@/lib/schemas/day";
import { text } from "@/lib/schemas/text";

/** Where a page of a list begins or ends: what the list is sorted by, and the id of the model there. */
export interface ListPlace {
  /** ISO 8601, UTC, or a folded name. */
  key: string;
  id: string;
}

const places = {
  changed: z.tuple([moment(), z.uuid()]),
  name: z.tuple([text("Name").max(4_000), z.uuid()]),
};

export function isByName(sort: ModelSort): boolean {
  return sort === "name" || sort === "-name";
}

/** As an address carries it. It says nothing that the page does not. */
export function writePlace({ key, id }: ListPlace): string {
  return Buffer.from(JSON.stringify([key, id])).toString("base64url");
}

/** @returns null where it is no place in a list that is sorted so */
export function readPlace(written: string, sort: ModelSort): ListPlace | null {
  if (written === "") return null;
  try {
    const place = places[isByName(sort) ? "name" : "changed"].safeParse(
      JSON.parse(Buffer.from(written, "base64url").toString()),
    );
    return place.success ? { key: place.data[0], id: place.data[1] } : null;
  } catch {
    return null;
  }
}
