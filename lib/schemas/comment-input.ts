import type { CommentSubject } from "@/lib/comments/comment";
import { commentFault } from "@/lib/comments/mentions";
import { isResultKey } from "@/lib/comments/result-key";
import { isInputKey } from "@/lib/model/inputs";
import { rowTables } from "@/lib/model/rows/own-rows";
import { text } from "./text";
import { z } from "./zod";

/** Line breaks are kept, one kind of them. */
export const commentBodySchema = text("A comment")
  .transform((body) => body.replaceAll(/\r\n?/g, "\n").trim())
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
    z.strictObject({ kind: z.literal("input"), key: text("Key").refine(isInputKey, unknownSubject) }),
    z.strictObject({ kind: z.literal("result"), key: text("Key").refine(isResultKey, unknownSubject) }),
    z.strictObject({
      kind: z.literal("row"),
      table: z.enum(rowTables, unknownSubject),
      id: text("Id").regex(/^[\w-]{1,60}$/, unknownSubject),
    }),
  ],
  unknownSubject,
);
