import type { Outcome } from "@/lib/outcome";
import { refused } from "@/lib/outcome";
import { canonicalJson } from "@/lib/text/canonical-json";
import { sha256Of } from "@/lib/text/sha-256";
import { type DecisionRecord, recordSchema } from "./record-file";
import { isSignedBy, type PublishedKey, type Signature, thumbprintOf } from "./signing";

/** A record that is as it was written, and the keys that say so. */
export type Verified = Outcome<{ record: DecisionRecord; signedBy: PublishedKey; standingSignedBy: PublishedKey }>;

const wrong = (message: string) => refused("file", message);

/**
 * Whether a record is as its installation wrote it: every byte of the file counts. A refusal says what is wrong, in a sentence.
 *
 * @param keys of the installation, from a place that is trusted: those of a file prove nothing of it
 */
export async function verifyRecord(file: Uint8Array | string, keys: readonly PublishedKey[]): Promise<Verified> {
  const read = readFile(file);
  if (!read.ok) return read;
  const { record, value, text } = read;
  const { digest, signature, standing, standingSignature } = record;
  const document = canonicalJson(value.document);
  const found = await sha256Of(document);
  if (found !== digest) {
    return wrong(
      `The document was changed after it was frozen: its SHA-256 is ${found}, and the record was made of ${digest}.`,
    );
  }
  const signed = await signerOf(document, signature, keys, "document");
  if (!signed.ok) return signed;
  if (standing.digest !== digest) {
    return wrong("The approvals are of another document: they name another digest. Download the record again.");
  }
  const other = standing.answers.find((answer) => answer.digest !== digest);
  if (other) return wrong(`${other.person.name} answered for another document: the answer names another digest.`);
  const alsoSigned = await signerOf(canonicalJson(value.standing), standingSignature, keys, "state and its approvals");
  if (!alsoSigned.ok) return alsoSigned;
  if (canonicalJson(value) !== text) {
    return wrong(
      "The file was written anew by another program: document and approvals are as they were signed, but the file is not. Download it again.",
    );
  }
  return { ok: true, record, signedBy: signed.key, standingSignedBy: alsoSigned.key };
}

type Read = Outcome<{ record: DecisionRecord; value: Record<string, unknown>; text: string }>;

function readFile(file: Uint8Array | string): Read {
  let text: string;
  let value: unknown;
  try {
    // A mark of the byte order is a byte that was not written, so it is not skipped.
    text = typeof file === "string" ? file : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    return wrong("The file is no text in UTF-8. Choose the JSON of a record, as it was downloaded.");
  }
  try {
    value = JSON.parse(text);
  } catch {
    return wrong(
      "The file is no JSON: it is damaged, or another file. Choose the JSON of a record, as it was downloaded.",
    );
  }
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join(".") || "the whole";
    return wrong(`The file is no record of a decision that this version knows: look at ${where}.`);
  }
  try {
    canonicalJson(value);
  } catch {
    return wrong("The file holds half a character, which no record does. Download it again.");
  }
  return { ok: true, record: parsed.data, value: value as Record<string, unknown>, text };
}

async function signerOf(
  text: string,
  signature: Signature,
  keys: readonly PublishedKey[],
  what: string,
): Promise<Outcome<{ key: PublishedKey }>> {
  const key = keys.find(({ kid }) => kid === signature.key);
  if (key === undefined || (await thumbprintOf(key.x)) !== key.kid) {
    return wrong(
      `The ${what} is signed by a key that is none of these keys: ${signature.key}. Check the record with the keys of the installation that made it.`,
    );
  }
  let isRight: boolean;
  try {
    isRight = await isSignedBy(text, signature, key);
  } catch {
    return wrong("This browser cannot check signatures of Ed25519. Use a newer one, or npm run verify.");
  }
  if (!isRight) return wrong(`The signature of the ${what} is not that of key ${key.kid}: one of them was changed.`);
  return { ok: true, key };
}
