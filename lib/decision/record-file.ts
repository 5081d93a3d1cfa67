import { z } from "@/lib/schemas/zod";
import { canonicalJson } from "@/lib/text/canonical-json";
import { documentSchema } from "./document";
import { type Signature, type SigningKey, sign } from "./signing";

export const decisionStates = ["proposed", "approved", "rejected", "superseded"] as const;
export type DecisionState = (typeof decisionStates)[number];

/** How a person had signed in who answered a proposal. */
const signedInBy = z.enum(["password", "mail", "OpenID Connect", "API token", "unknown"]);
export type SignedInBy = z.infer<typeof signedInBy>;

const hexDigest = z.string().regex(/^[0-9a-f]{64}$/);

const answerSchema = z.strictObject({
  person: z.strictObject({ id: z.string().nullable(), name: z.string() }),
  answer: z.enum(["approved", "rejected"]),
  at: z.iso.datetime(),
  signedInBy,
  /** Of the document that stood on the person's screen. */
  digest: hexDigest,
});

/** What has become of a proposal: it changes, so it has a signature of its own. */
const standingSchema = z.strictObject({
  format: z.literal("peerbalance decision standing 1"),
  digest: hexDigest,
  state: z.enum(decisionStates),
  decidedAt: z.iso.datetime().nullable(),
  supersededBy: z.int().nullable(),
  /** Rejected because who proposed it took it back; missing where it was not. */
  isWithdrawn: z.literal(true).optional(),
  answers: z.array(answerSchema),
});
export type Standing = z.infer<typeof standingSchema>;

const signatureSchema = z.strictObject({
  algorithm: z.literal("Ed25519"),
  key: z.string().regex(/^[\w-]{43}$/),
  value: z.string().regex(/^[\w-]{86}$/),
});

/** A record as a file: the frozen document, its SHA-256 in hexadecimal digits, and who signed what. */
export const recordSchema = z.strictObject({
  document: documentSchema,
  digest: hexDigest,
  signature: signatureSchema,
  standing: standingSchema,
  standingSignature: signatureSchema,
});
export type DecisionRecord = z.infer<typeof recordSchema>;

interface Recorded {
  /** As it was signed: canonical JSON. */
  readonly document: string;
  readonly digest: string;
  readonly signature: Signature;
  readonly standing: Omit<Standing, "format" | "digest">;
}

/** The file of a record, in canonical JSON as a whole, so that no byte of it may be another. */
export async function recordFile(
  { document, digest, signature, standing }: Recorded,
  key: SigningKey,
): Promise<string> {
  const whole: Standing = { format: "peerbalance decision standing 1", digest, ...standing };
  const standingSignature = await sign(canonicalJson(whole), key);
  return canonicalJson({ document: JSON.parse(document), digest, signature, standing: whole, standingSignature });
}
