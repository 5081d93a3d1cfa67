import "server-only";
import { decode, type JWT, type JWTDecodeParams } from "next-auth/jwt";

const mostDecoded = 2_000;
const decoded = new Map<string, JWT>();

/**
 * What a cookie of next-auth's holds. To derive its key and open it takes longer than to look its session up, and it holds the same each
 * time: it is remembered, until it has expired, under the secret that opened it. Whether the session is still open is asked each time.
 */
export async function decodeOnce(given: JWTDecodeParams): Promise<JWT | null> {
  const key = `${String(given.secret)} ${given.salt ?? ""} ${given.token ?? ""}`;
  const known = decoded.get(key);
  // Not Date.now(): read before anything of the request is awaited, Next.js takes it for a value that changes between renders.
  const now = performance.timeOrigin + performance.now();
  if (known && typeof known.exp === "number" && known.exp * 1000 > now) return { ...known };
  const opened = await decode(given);
  decoded.delete(key);
  if (opened === null) return null;
  // The oldest goes first.
  if (decoded.size >= mostDecoded) decoded.delete(decoded.keys().next().value ?? "");
  decoded.set(key, { ...opened });
  return opened;
}
