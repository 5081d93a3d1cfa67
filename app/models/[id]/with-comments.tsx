import type { ReactNode } from "react";
import { CommentsBeside } from "@/app/_components/comments/comments-beside";
import { CommentsProvider } from "@/app/_components/comments/comments-context";
import { commentActions } from "./comments/comment-actions";

/** A page of a model on whose parts people comment, with the drawer of their comments beside it. */
export function WithComments({ modelId, children }: { modelId: string; children: ReactNode }) {
  return (
    <CommentsProvider key={modelId} modelId={modelId} actions={commentActions}>
      {children}
      <CommentsBeside />
    </CommentsProvider>
  );
}
