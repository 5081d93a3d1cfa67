import { type ListPosition, listStart, parameterOf } from "@/lib/text/list-position";
import { z } from "./zod";

/** A place in a list; the server that reads it says whether it is one. */
const place = z
  .string()
  .max(2_000)
  .regex(/^[\w-]*$/)
  .catch("");

/** What an address says of a position; what makes no sense counts as if it had not been given. */
export const positionFields = {
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  after: place,
  before: place,
};

/** What is searched for. PostgreSQL takes no NUL and no half of a pair in a text; nobody searches for the other control characters. */
export const searchedText = z
  .string()
  .max(200)
  .transform((text) => text.replace(/[\p{Cc}\p{Surrogate}]/gu, " ").trim())
  .catch("");

const schema = z.object(positionFields);

/** @param list whose position it is, on a page that has several */
export function readListPosition(parameters: Readonly<Record<string, unknown>>, list = ""): ListPosition {
  const given = (key: keyof ListPosition) => parameters[parameterOf(list, key)] ?? listStart[key];
  return schema.parse({ page: given("page"), after: given("after"), before: given("before") });
}

/** What an address searches a list for; nothing where it makes no sense. */
export function readSearch({ search = "" }: Readonly<Record<string, unknown>>): string {
  return searchedText.parse(search);
}
