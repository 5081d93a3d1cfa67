import { architectures } from "@/lib/model/architectures";
import { answerSchema, digestText } from "../decision/answer";
import { proposalSchema } from "../decision/proposal";
import { text } from "../text";
import { z } from "../zod";

const state = z.enum(["proposed", "approved", "rejected", "superseded"]);
const digest = digestText.meta({
  description: "SHA-256 of the frozen document in canonical JSON (RFC 8785), hexadecimal.",
});

export const decisionListSchema = z
  .strictObject({
    decisions: z.array(
      z.strictObject({
        number: z.int(),
        state,
        title: text("Title"),
        architecture: z.enum(architectures),
        isWithdrawn: z.boolean().meta({ description: "Rejected because who proposed it took it back." }),
        proposedAt: z.iso.datetime(),
        decidedAt: z.iso.datetime().nullable(),
      }),
    ),
    people: z.array(z.strictObject({ id: z.uuid(), name: text("Name") })).meta({
      description:
        "Who may answer for a decision and approve it, as far as the token's person knows them: that person first.",
    }),
  })
  .meta({ id: "DecisionList" });

export const newDecisionSchema = proposalSchema.meta({
  id: "NewDecision",
  description: "What is decided, why, and who is asked. The figures are those of the model as it stands.",
});
export const proposedSchema = z.strictObject({ number: z.int(), digest }).meta({ id: "ProposedDecision" });

export const decisionAnswerSchema = z.strictObject({ answer: answerSchema.shape.answer, digest }).meta({
  id: "DecisionAnswer",
  description:
    "The digest is that of the document that was read: an answer to another is refused. Who proposed it may withdraw it until it is approved by anybody.",
});
export const answeredSchema = z.strictObject({ state }).meta({ id: "AnsweredDecision" });

/** As lib/decision writes it. */
export const recordFileSchema = z.looseObject({ digest }).meta({
  id: "DecisionRecord",
  description: "The document, its digest and signature, and where it stands; canonical JSON as a whole.",
});
