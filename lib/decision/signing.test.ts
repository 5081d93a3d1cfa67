import { describe, expect, it } from "vitest";
import { fromBase64Url, isSignedBy, newKeyPair, sign, signingKeyOf, thumbprintOf, toBase64Url } from "./signing";

const base64Url = (hex: string) => Buffer.from(hex, "hex").toString("base64url");

describe("a signature", () => {
  // RFC 8032, section 7.1, TEST 2: the one byte 0x72. PKCS #8 puts 16 bytes before a private key (RFC 8410, section 7).
  const privateKey = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
  const x = base64Url("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  const signature = base64Url(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  );

  it("is the RFC's", async () => {
    const publicKey = { kty: "OKP", crv: "Ed25519", x, kid: await thumbprintOf(x) } as const;
    const pkcs8 = Uint8Array.from(Buffer.from(`302e020100300506032b657004220420${privateKey}`, "hex"));
    const signed = await sign("r", await signingKeyOf(publicKey, pkcs8));
    expect(signed).toEqual({ algorithm: "Ed25519", key: publicKey.kid, value: signature });
    expect(await isSignedBy("r", signed, publicKey)).toBe(true);
    expect(await isSignedBy("s", signed, publicKey)).toBe(false);
    expect(await isSignedBy("r", { ...signed, value: "" }, publicKey)).toBe(false);
  });

  it("is of one key only", async () => {
    const [one, other] = await Promise.all([newKeyPair(), newKeyPair()]);
    const signed = await sign("r", await signingKeyOf(one.publicKey, one.privateKey));
    expect(await isSignedBy("r", signed, one.publicKey)).toBe(true);
    expect(await isSignedBy("r", signed, other.publicKey)).toBe(false);
  });
});

it("names a key as RFC 8037 does in appendix A.3", async () => {
  expect(await thumbprintOf("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")).toBe(
    "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
  );
});

it("reads bytes in one form only", () => {
  expect(toBase64Url(Uint8Array.of(255, 238, 221))).toBe("_-7d");
  expect(fromBase64Url("_-7d")).toEqual(Uint8Array.of(255, 238, 221));
  // "_w" is one byte, and so would "_x" be to a lenient reader.
  for (const other of ["_-7d=", "/+7d", "_x", "_", " _-7d"]) expect(fromBase64Url(other)).toBeNull();
});
