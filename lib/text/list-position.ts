/** Of longer lists it is said only that they are longer: to count them takes longer than to show a page. */
export const mostCounted = 1_000;

/** How many rows a page of a list has in settings, and beside a model. */
export const rowsPerPage = 50;

/** Which page of a list is asked for. */
export interface ListPosition {
  /** From 1. */
  page: number;
  /** Where the page before ends: the place that a page gave as its `next`. Without it, pages are counted from the start. */
  after: string;
  /** Where the page behind begins: the place that a page gave as its `previous`. */
  before: string;
}

export const listStart: ListPosition = { page: 1, after: "", before: "" };

/** Where a page stands in its list. */
export interface Paging {
  /** How many rows there are on all pages; null where there are more than are counted. */
  total: number | null;
  /** The page that this is; the last one where the one asked for is behind it. */
  page: number;
  pages: number | null;
  /** Where the next page begins and the one before ends (ListPosition's `after` and `before`); null where there is none. */
  next: string | null;
  previous: string | null;
}

export interface ListPage<Row> extends Paging {
  rows: Row[];
}

/** The name of a parameter, on a page that has several lists. */
export function parameterOf(list: string, key: string): string {
  return list === "" ? key : `${list}-${key}`;
}

/** The parameters of an address for a position; what is as it starts is left out. */
export function positionParameters(position: ListPosition, list = ""): [string, string][] {
  const keys = Object.keys(listStart) as (keyof ListPosition)[];
  return keys
    .filter((key) => position[key] !== listStart[key])
    .map((key) => [parameterOf(list, key), String(position[key])]);
}

/** "?" and parameters, or nothing where there are none. */
export function queryOf(parameters: readonly (readonly [string, string])[]): string {
  return parameters.length === 0 ? "" : `?${new URLSearchParams(parameters.map(([key, value]) => [key, value]))}`;
}
