import "server-only";
import { seal, unseal } from "@/lib/server/crypto/seal";

const purpose = "peerbalance authenticator secrets";

/** @param userId bound to what is stored: another person's row cannot stand in */
export function sealSecret(secret: Uint8Array, userId: string): Uint8Array<ArrayBuffer> {
  return seal(purpose, secret, userId);
}

/** @returns null where it was sealed under another NEXTAUTH_SECRET or for someone else */
export function openSecret(stored: Uint8Array, userId: string): Uint8Array<ArrayBuffer> | null {
  return unseal(purpose, stored, userId);
}
