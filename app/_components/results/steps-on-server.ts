import { use } from "react";
import { oneByOne, type Steps } from "@/lib/steps";
import { nextTurn } from "./turn-on-server";

/**
 * Work in steps that a component needs to be drawn, with a turn for others between the steps; in a browser nothing, where the component does
 * it at once.
 *
 * @returns gives the result by an object that the component is given, and that stands for the work: after a turn React begins the component
 *   again, and what was begun goes on
 */
export function stepsOnServer<T>(): (of: object, steps: () => Steps<T>) => T | null {
  const begun = new WeakMap<object, Promise<T>>();
  return (of, steps) => {
    if (typeof window !== "undefined") return null;
    const known = begun.get(of) ?? oneByOne(steps(), nextTurn);
    begun.set(of, known);
    return use(known);
  };
}
