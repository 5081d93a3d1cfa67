import "server-only";
import { canonicalMarks } from "@/lib/value/number-marks";
import { sharedState } from "@/lib/web-process/shared-state";

/** Works with canonical marks, whatever the reader's are: for what is stored, or goes to others. */
export function withCanonicalMarks<R>(work: () => R): R {
  return sharedState.readers ? sharedState.readers.run({ marks: canonicalMarks }, work) : work();
}

/** From now on canonical marks until the request is answered, what is streamed included: for what programs read. */
export function keepCanonicalMarks(): void {
  const reader = sharedState.readers?.getStore();
  if (reader) reader.marks = canonicalMarks;
}
