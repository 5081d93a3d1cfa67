import { canonicalJson } from "@/lib/text/canonical-json";
import { sha256Of, utf8 } from "@/lib/text/sha-256";

/** A public key of Ed25519 as RFC 8037 writes it, called by its thumbprint (RFC 7638). */
export interface PublicKey {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  /** 32 bytes in base64url. */
  readonly x: string;
  readonly kid: string;
}

/** A key of an installation as it is published; it has signed since then, and no longer once it is retired. */
export interface PublishedKey extends PublicKey {
  /** ISO 8601, UTC. */
  readonly since: string;
  readonly retired: string | null;
}

/** What `/.well-known/peerbalance-keys.json` holds: a set of keys (RFC 7517), the present one first, those that are retired behind it. */
export interface KeySet {
  readonly keys: readonly PublishedKey[];
}

export interface Signature {
  readonly algorithm: "Ed25519";
  /** The thumbprint of the key. */
  readonly key: string;
  /** 64 bytes in base64url. */
  readonly value: string;
}

export interface SigningKey {
  readonly publicKey: PublicKey;
  readonly privateKey: CryptoKey;
}

const algorithm = "Ed25519";

export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** @returns null where the text is not what toBase64Url writes: each text of bytes has one form only */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text)) return null;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
    return toBase64Url(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}

/** The name of a key: the thumbprint of RFC 7638, of what RFC 8037 says that it is made of. */
export async function thumbprintOf(x: string): Promise<string> {
  const hex = await sha256Of(canonicalJson({ kty: "OKP", crv: algorithm, x }));
  return toBase64Url(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}

/** @returns the private key in PKCS #8, to be stored sealed */
export async function newKeyPair(): Promise<{ publicKey: PublicKey; privateKey: Uint8Array<ArrayBuffer> }> {
  const pair = (await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"])) as CryptoKeyPair;
  const x = toBase64Url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
  const privateKey = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  return { publicKey: { kty: "OKP", crv: algorithm, x, kid: await thumbprintOf(x) }, privateKey };
}

export async function signingKeyOf(publicKey: PublicKey, pkcs8: Uint8Array<ArrayBuffer>): Promise<SigningKey> {
  return { publicKey, privateKey: await crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"]) };
}

/** Signs a text's UTF-8 (RFC 8032, Ed25519 without a hash before it). */
export async function sign(text: string, { publicKey, privateKey }: SigningKey): Promise<Signature> {
  const value = await crypto.subtle.sign(algorithm, privateKey, utf8(text));
  return { algorithm, key: publicKey.kid, value: toBase64Url(new Uint8Array(value)) };
}

/** @throws where the engine does not know Ed25519, which Chrome does from version 137, Firefox from 129 and Safari from 17 */
export async function isSignedBy(text: string, signature: Signature, { x }: PublicKey): Promise<boolean> {
  const [raw, value] = [fromBase64Url(x), fromBase64Url(signature.value)];
  if (raw?.length !== 32 || value?.length !== 64) return false;
  const key = await crypto.subtle.importKey("raw", raw, algorithm, false, ["verify"]);
  return crypto.subtle.verify(algorithm, key, value, utf8(text));
}
