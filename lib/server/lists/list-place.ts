import "server-only";
import { z } from "zod";
import { moment } from "@/lib/schemas/day";

/** A place in the order of times: ISO 8601, UTC, and the id of the row there. */
export const timePlace = z.tuple([moment(), z.uuid()]);
export type TimePlace = z.output<typeof timePlace>;

/** A place in a list, as an address carries it: what the list is sorted by, of the row there. It says nothing that the page does not. */
export function writePlace(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** @returns null where it is no place of that kind */
export function readPlace<Place>(written: string, kind: z.ZodType<Place>): Place | null {
  if (written === "") return null;
  try {
    const place = kind.safeParse(JSON.parse(Buffer.from(written, "base64url").toString()));
    return place.success ? place.data : null;
  } catch {
    return null;
  }
}
