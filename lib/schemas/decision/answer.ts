import { revisionNumber } from "../revision-number";
import { text } from "../text";
import { z } from "../zod";

/** SHA-256 of a frozen document. */
export const digestText = text("The digest").regex(/^[0-9a-f]{64}$/, "The digest is 64 hexadecimal digits.");

/** An answer to a proposal: to the document whose digest stood on the person's screen. Who proposed it may withdraw it. */
export const answerSchema = z.strictObject({
  number: revisionNumber(),
  answer: z.enum(["approved", "rejected", "withdrawn"], { error: "An answer is approved, rejected or withdrawn." }),
  digest: digestText,
});
export type GivenAnswer = z.infer<typeof answerSchema>;
