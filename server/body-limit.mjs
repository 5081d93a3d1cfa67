/** Largest body of a request, in bytes: the largest model is less than two thirds of it, and Next.js stops at a little more. */
export const bodyLimit = 1_000_000;

/** How long and how much (in bytes) is still read, and thrown away, so that the sender gets to read the answer. */
const patience = { milliseconds: 10_000, bytes: 100_000_000 };

const tooLarge = `What you sent is larger than ${bodyLimit / 1_000_000} MB, the most that is accepted. Nothing was changed. Send less at a time.\n`;

/**
 * Refuses a request whose body is too large: before it is read where it says so, else as soon as it has grown too large.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @returns {boolean} whether to go on with the request
 */
export function limitBody(request, response) {
  const announced = Number(request.headers["content-length"] ?? 0);
  const waitsForLeave = request.headers.expect?.toLowerCase() === "100-continue";
  if (announced > bodyLimit) {
    if (waitsForLeave) answer(request, response);
    else {
      throwAway(request, () => answer(request, response));
      request.resume();
    }
    return false;
  }
  if (waitsForLeave) response.writeContinue();
  if (!("content-length" in request.headers)) countBody(request, response);
  return true;
}

/** A body without an announced length is counted on its way to whoever reads it. */
function countBody(request, response) {
  let received = 0;
  const push = request.push.bind(request);
  request.push = (chunk, encoding) => {
    received += chunk?.length ?? 0;
    if (received <= bodyLimit) return push(chunk, encoding);
    // Whoever reads it must not take the part for the whole: it sees a request that was broken off.
    throwAway(request, () => {
      answer(request, response);
      response.once("finish", () => request.destroy());
    });
    return true;
  };
}

/** Lets nothing more of a body through, and says when it has ended or enough was waited. */
function throwAway(request, done) {
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
  request.push = (chunk) => {
    left -= chunk?.length ?? 0;
    if (chunk === null || left < 0) finish();
    return left >= 0;
  };
}

function answer(request, response) {
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
