"use server";

import { commentBodySchema, commentSubjectSchema } from "@/lib/schemas/comment-input";
import { z } from "@/lib/schemas/zod";
import { addComment, addReply } from "@/lib/server/comments/add-comment";
import { deleteComment, editComment, resolveThread } from "@/lib/server/comments/change-comment";
import { action } from "@/lib/server/http/action";
import { mailNoticesAfterwards } from "@/lib/server/notices/mail-notices";

const id = z.uuid("The page is out of date. Copy your words, then reload it.");
const words = z.strictObject({ body: commentBodySchema });

export const addCommentAction = action(
  {
    name: "addCommentAction",
    requires: "comment",
    input: z.tuple([id, z.strictObject({ subject: commentSubjectSchema, body: commentBodySchema })]),
  },
  async ({ input: [, given], access }) => {
    mailNoticesAfterwards(access.user);
    return addComment(access, given);
  },
);

export const replyAction = action(
  { name: "replyAction", requires: "reply", input: z.tuple([id, id, words]) },
  async ({ input: [, threadId, given], access }) => {
    mailNoticesAfterwards(access.user);
    return addReply(access, threadId, given);
  },
);

export const editCommentAction = action(
  { name: "editCommentAction", requires: "reply", input: z.tuple([id, id, words]) },
  async ({ input: [, commentId, given], access }) => {
    mailNoticesAfterwards(access.user);
    return editComment(access, commentId, given);
  },
);

export const deleteCommentAction = action(
  { name: "deleteCommentAction", requires: "reply", input: z.tuple([id, id]) },
  async ({ input: [, commentId], access, origin }) => deleteComment(access, commentId, origin),
);

export const resolveThreadAction = action(
  { name: "resolveThreadAction", requires: "comment", input: z.tuple([id, id, z.boolean()]) },
  async ({ input: [, threadId, isResolved], access }) => resolveThread(access, threadId, isResolved),
);
