import { isInputKey } from "@/lib/model/inputs";
import { type CommentSubject, commentFault, isResultKey } from "./comment";
import { z } from "./zod";

/** Line breaks are kept, one kind of them; PostgreSQL takes no NUL. */
export const commentBodySchema = z
  .string({ error: "A comment must be text." })
  .transform((text) => text.replaceAll(/\r\n?/g, "\n").replaceAll("\0", "").trim())
  .superRefine((body, context) => {
    const message = commentFault(body);
    if (message) context.addIssue({ code: "custom", message });
  });

const unknownSubject =
  "The page is out of date: what this comment is on is no longer there. Copy your words, then reload the page.";

export const commentSubjectSchema: z.ZodType<CommentSubject> = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("model") }),
    z.strictObject({ kind: z.literal("input"), key: z.string().refine(isInputKey, unknownSubject) }),
    z.strictObject({ kind: z.literal("result"), key: z.string().refine(isResultKey, unknownSubject) }),
    z.strictObject({ kind: z.literal("line"), key: z.string().regex(/^[\w-]{1,60}$/, unknownSubject) }),
  ],
  unknownSubject,
);
