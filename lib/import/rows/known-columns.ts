/** Of a name what a person cannot be asked to type alike: capitals, spaces, marks, and the unit behind it. */
export const plainName = (name: string): string =>
  (name.split("(")[0] ?? "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** What an organisation reads columns as: the key of each by its plain name; null reads over it. */
export type KnownColumns = ReadonlyMap<string, string | null>;

export const noKnownColumns: KnownColumns = new Map();

/**
 * What is stated of each column of a text, by its place: what a person says of it just now, else what is known of its name; undefined
 * where its name alone says it.
 *
 * @param stated by place; undefined says nothing
 */
export function statedColumns(
  names: readonly string[],
  known: KnownColumns = noKnownColumns,
  stated: readonly (string | null | undefined)[] = [],
): readonly (string | null | undefined)[] {
  return names.map((name, place) => (stated[place] === undefined ? known.get(plainName(name)) : stated[place]));
}
