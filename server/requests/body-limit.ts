import type { IncomingMessage, ServerResponse } from "node:http";

/** Largest body of a request, in bytes: the largest model is less than two thirds of it, and Next.js stops at a little more. */
export const bodyLimit = 1_000_000;

/** How long and how much (in bytes) is still read, and thrown away, so that the sender gets to read the answer. */
const patience = { milliseconds: 10_000, bytes: 100_000_000 };

const tooLarge = `What you sent is larger than ${bodyLimit / 1_000_000} MB, the most that is accepted. Nothing was changed. Send less at a time.\n`;

/**
 * Refuses a request whose body is too large: before it is read where its length is announced, else as soon as it has grown too large.
 *
 * @returns whether to go on with the request
 */
export function limitBody(request: IncomingMessage, response: ServerResponse): boolean {
  const announced = Number(request.headers["content-length"] ?? 0);
  const waitsForLeave = request.headers.expect?.toLowerCase() === "100-continue";
  if (announced > bodyLimit) {
    if (waitsForLeave) refuse(request, response);
    else {
      discardBody(request, () => refuse(request, response));
      request.resume();
    }
    return false;
  }
  if (waitsForLeave) response.writeContinue();
  if (!("content-length" in request.headers)) countBody(request, response);
  return true;
}

/** A body without an announced length is counted on its way to its reader. */
function countBody(request: IncomingMessage, response: ServerResponse): void {
  let received = 0;
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    received += chunk?.length ?? 0;
    if (received <= bodyLimit) return push(chunk, encoding);
    // The reader must not take the part for the whole: it sees a request that was broken off.
    discardBody(request, () => {
      refuse(request, response);
      response.once("finish", () => request.destroy());
    });
    return true;
  };
}

/** Lets nothing more of a body through, and calls `done` when it has ended or patience has. */
function discardBody(request: IncomingMessage, done: () => void): void {
  let left = patience.bytes;
  let isDone = false;
  const finish = () => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    done();
  };
  const timer = setTimeout(finish, patience.milliseconds);
  request.once("close", () => clearTimeout(timer));
  request.push = (chunk: Buffer | null) => {
    left -= chunk?.length ?? 0;
    if (chunk === null || left < 0) finish();
    return left >= 0;
  };
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) {
    request.socket.destroy();
    return;
  }
  response.writeHead(413, {
    // Without a charset: the page of a call of an action shows the words of nothing else.
    "content-type": "text/plain",
    "content-length": Buffer.byteLength(tooLarge),
    connection: "close",
  });
  response.end(tooLarge);
}
