import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/server/runtime/env";

/** What is sealed: each purpose has a key of its own, derived from NEXTAUTH_SECRET. */
type Purpose = "peerbalance authenticator secrets" | "peerbalance signing keys";

function key(purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", purpose, 32));
}

/**
 * Seals a secret by AES-256-GCM: nonce (12 bytes), tag (16), encrypted secret.
 *
 * @param boundTo whose it is: what is stored for another cannot stand in
 */
export function seal(purpose: Purpose, secret: Uint8Array, boundTo: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(purpose), nonce).setAAD(Buffer.from(boundTo));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), text]));
}

/** @returns null where it was sealed under another NEXTAUTH_SECRET or purpose, or for someone else */
export function unseal(purpose: Purpose, stored: Uint8Array, boundTo: string): Uint8Array<ArrayBuffer> | null {
  const decipher = createDecipheriv("aes-256-gcm", key(purpose), stored.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(stored.subarray(12, 28));
  try {
    return Uint8Array.from(Buffer.concat([decipher.update(stored.subarray(28)), decipher.final()]));
  } catch {
    return null;
  }
}
