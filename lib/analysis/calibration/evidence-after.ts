import type { Evidence } from "@/lib/model/spread/own-range";
import type { Calibration } from "./question";

/** What is known of an input after a bill: measured where it alone makes up a part that the bill closes, else estimated. */
export function evidenceAfter({ parts }: Calibration, key: string): Evidence {
  const isAlone = parts.some(({ movable, rest }) => rest === "closed" && movable.length === 1 && movable[0] === key);
  return isAlone ? "measured" : "estimated";
}
