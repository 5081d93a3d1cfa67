import "server-only";
import { byteOrderMark } from "@/lib/export/csv";
import { takeTurns } from "@/lib/server/runtime/take-turns";

/** Writes a piece whenever the reader has room for one, and stops where the reader has gone. */
export function textStream(
  pieces: Iterable<string> | AsyncIterable<string>,
  { mark }: { mark: boolean },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  return new ReadableStream({
    start: (controller) => {
      if (mark) controller.enqueue(encoder.encode(byteOrderMark));
    },
    async pull(controller) {
      // A reader with room for all of it would else hold the server until the last piece.
      await takeTurns();
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void iterator.return?.(),
  });
}
