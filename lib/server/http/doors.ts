import "server-only";
import type { ApiScope } from "@/lib/organisations/api-scopes";
import type { Requirement } from "@/lib/server/access/prove";

/** A way into the application, as it was declared. */
export interface Door {
  kind: "action" | "route" | "page";
  /** An action's as it is exported; of all others the address, with its parameters in brackets. */
  name: string;
  requires: Requirement;
  /** Whether it takes a fresh proof besides: always, never, or as the input says. */
  confirms: "always" | "never" | "sometimes";
  /** The scope that an API token must have; null where none is taken. */
  token: ApiScope | null;
}

const doors = new WeakMap<object, Door>();

/** Enters a door into the register; what is not in it was declared past the wrappers (app/doors.test.ts). */
export function asDoor<Callable extends object>(door: Door, callable: Callable): Callable {
  doors.set(callable, door);
  return callable;
}

export function doorOf(callable: unknown): Door | undefined {
  return typeof callable === "function" ? doors.get(callable) : undefined;
}
