/** Largest body of a request, in bytes: the largest model is a third of it, and Next.js stops at a little more. */
export const bodyLimit = 1_000_000;

const tooLarge = `What you sent is larger than ${bodyLimit / 1_000_000} MB, the most that is accepted. Nothing was changed. Send less at a time.\n`;

/**
 * Refuses a request whose body is too large: at once where it says so, else as soon as it has grown too large.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @returns {boolean} whether to go on with the request
 */
export function limitBody(request, response) {
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > bodyLimit) {
    refuse(request, response);
    return false;
  }
  if (request.headers.expect?.toLowerCase() === "100-continue") response.writeContinue();
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
    request.push = () => true;
    refuse(request, response);
    push(null);
    return true;
  };
}

function refuse(request, response) {
  if (response.headersSent) {
    request.socket.destroy();
    return;
  }
  response.writeHead(413, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(tooLarge),
    connection: "close",
  });
  response.end(tooLarge);
  // Who is still sending would see a broken connection and not the answer: what comes is thrown away for a while.
  request.resume();
  setTimeout(() => request.socket.destroy(), 10_000).unref();
}
