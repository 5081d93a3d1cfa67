import "server-only";
import { canonicalMarks, type Reader } from "@/lib/value/number-marks";

/** Kept by server/server.mjs for each request; not there in a build, a test, or a script, where all marks are canonical. */
const left = globalThis as typeof globalThis & {
  peerbalanceReader?: { getStore: () => Reader | undefined; run: <R>(reader: Reader, work: () => R) => R };
};

/** Works with canonical marks whoever asks: for what is stored, or goes to others than whoever asks. */
export function withCanonicalMarks<R>(work: () => R): R {
  return left.peerbalanceReader ? left.peerbalanceReader.run({ marks: canonicalMarks }, work) : work();
}

/** From now on canonical marks until the request is answered, what is streamed included: for what programs read. */
export function keepCanonicalMarks(): void {
  const reader = left.peerbalanceReader?.getStore();
  if (reader) reader.marks = canonicalMarks;
}
