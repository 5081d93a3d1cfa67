import type { CommentActions } from "@/app/_components/comments/comments-context";
import { addCommentAction, deleteCommentAction, editCommentAction, replyAction, resolveThreadAction } from "./actions";

/** What a page hands to the components that show comments. */
export const commentActions: CommentActions = {
  add: addCommentAction,
  reply: replyAction,
  edit: editCommentAction,
  remove: deleteCommentAction,
  resolve: resolveThreadAction,
};
