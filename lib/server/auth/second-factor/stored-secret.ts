import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/server/runtime/env";

/** AES-256-GCM under a key of this purpose alone. Stored are the nonce (12 bytes), the tag (16) and the encrypted secret. */
function key(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "peerbalance authenticator secrets", 32));
}

/** @param userId bound to what is stored: another person's row cannot stand in */
export function sealSecret(secret: Uint8Array, userId: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce).setAAD(Buffer.from(userId));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), text]));
}

/** @returns null where it was sealed under another NEXTAUTH_SECRET or for someone else */
export function openSecret(stored: Uint8Array, userId: string): Uint8Array<ArrayBuffer> | null {
  const decipher = createDecipheriv("aes-256-gcm", key(), stored.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(userId))
    .setAuthTag(stored.subarray(12, 28));
  try {
    return Uint8Array.from(Buffer.concat([decipher.update(stored.subarray(28)), decipher.final()]));
  } catch {
    return null;
  }
}
