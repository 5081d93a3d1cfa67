import "server-only";
import { type KeySet, newKeyPair, type PublicKey, type SigningKey, signingKeyOf } from "@/lib/decision/signing";
import { seal, unseal } from "@/lib/server/crypto/seal";
import { type SigningKeyRow, unsafeAddSigningKey, unsafeListSigningKeys } from "./sql";

const purpose = "peerbalance signing keys";

function publicKeyOf({ id, publicKey }: SigningKeyRow): PublicKey {
  return { kty: "OKP", crv: "Ed25519", x: publicKey, kid: id };
}

/** The keys as they are published: those that have signed stay listed for good. */
export async function publishedKeys(): Promise<KeySet> {
  const rows = await unsafeListSigningKeys();
  return {
    keys: rows.map((row) => ({
      ...publicKeyOf(row),
      since: row.createdAt.toISOString(),
      retired: row.retiredAt?.toISOString() ?? null,
    })),
  };
}

/** The key that signs now, made where there is none. One that another NEXTAUTH_SECRET has sealed is retired, and another made. */
export async function presentSigningKey(): Promise<SigningKey> {
  // Another server may add one meanwhile: then that one is the present one.
  for (let n = 0; n < 3; n++) {
    const present = (await unsafeListSigningKeys()).find(({ retiredAt }) => retiredAt === null);
    const opened = present?.sealedKey ? unseal(purpose, present.sealedKey, present.id) : null;
    if (present && opened) return signingKeyOf(publicKeyOf(present), opened);
    const { publicKey, privateKey } = await newKeyPair();
    const sealedKey = seal(purpose, privateKey, publicKey.kid);
    await unsafeAddSigningKey({ id: publicKey.kid, publicKey: publicKey.x, sealedKey }, present?.id ?? null);
  }
  throw new Error("no signing key could be made");
}
