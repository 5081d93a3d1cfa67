import "server-only";
import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { hashToken } from "@/lib/server/crypto/tokens";

const period = 30;
const issuer = "Peerbalance";

/** What authenticator apps agree on: RFC 6238 with SHA-1, six digits, half a minute. */
function authenticator(secret: Uint8Array<ArrayBuffer>, label = ""): TOTP {
  return new TOTP({
    issuer,
    label,
    secret: new Secret({ buffer: secret.buffer }),
    algorithm: "SHA1",
    digits: 6,
    period,
  });
}

export function newSecret(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(randomBytes(20));
}

/** For an app's camera, and for typing it in. */
export function keyOf(secret: Uint8Array<ArrayBuffer>, email: string): { uri: string; key: string } {
  const totp = authenticator(secret, email);
  return { uri: totp.toString(), key: (totp.secret.base32.match(/.{1,4}/g) ?? []).join(" ") };
}

/**
 * The time step that a typed code is of: the present one or one beside it, for clocks that differ by up to half a minute.
 *
 * @param usedUpTo steps up to this one were used and are refused
 * @returns null where the code is of none of them
 */
export function stepOf(secret: Uint8Array<ArrayBuffer>, typed: string, usedUpTo: number, now: Date): number | null {
  const token = typed.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = authenticator(secret).validate({ token, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / period) + delta;
  return step > usedUpTo ? step : null;
}

// Without i, l, o and u, which are read as something else.
const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** Ten codes of 80 bits, such as "k3m9-0xwt-…": each stands in for the authenticator once. */
export function newRecoveryCodes(): string[] {
  const group = () => [...randomBytes(4)].map((byte) => letters[byte % letters.length]).join("");
  return Array.from({ length: 10 }, () => Array.from({ length: 4 }, group).join("-"));
}

/** The hash of a recovery code however it was typed, or null where it has not the form of one. */
export function recoveryCodeHash(typed: string): Uint8Array<ArrayBuffer> | null {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, "");
  return /^[0-9a-hjkmnp-tv-z]{16}$/.test(code) ? hashToken(code) : null;
}
