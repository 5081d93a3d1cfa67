import { readFileSync } from "node:fs";
import path from "node:path";

/** A way into the application that a request can take, as app/doors.test.ts has listed it from the wrappers' register. */
export interface ListedDoor {
  kind: "action" | "route" | "page";
  /** An action's as it is exported; of all others the address, with its parameters in brackets. */
  name: string;
  requires: string;
  confirms: "always" | "never" | "sometimes";
  token: string | null;
  file: string;
  /** Of a route, by which it is called. */
  methods?: string[];
}

const doors: ListedDoor[] = readFileSync(path.join(import.meta.dirname, "doors.jsonl"), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));

export function doorsOf(kind: ListedDoor["kind"]): ListedDoor[] {
  return doors.filter((door) => door.kind === kind);
}
