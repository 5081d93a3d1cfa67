"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useAction } from "@/app/_components/ui/action/use-action";
import type { CommentFull, CommentOutcome, CommentThread } from "@/lib/comments/comment";
import { formerMember } from "@/lib/text/former-member";
import { FormFault } from "../account/form-fault";
import { LocalTime } from "../ui/local-time";
import { CommentBody } from "./comment-body";
import { CommentForm } from "./comment-form";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";

interface ThreadProps {
  thread: CommentThread;
  /** Its subject, where that is not clear from the place. */
  heading?: ReactNode;
}

/** A thread: its comments, and what may be done with it. A resolved one shows its first line until it is opened. */
export function Thread({ thread, heading }: ThreadProps) {
  const comments = useComments();
  const [isReplying, setReplying] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const setWriting = comments?.setWriting;
  const isWriting = isReplying || editing !== null;
  useEffect(() => {
    setWriting?.(thread.id, isWriting);
    return () => setWriting?.(thread.id, false);
  }, [setWriting, thread.id, isWriting]);
  const { run, isPending, fault } = useAction({ refresh: useComments()?.reload });
  if (comments === null) return null;
  const { names, canComment, modelId, actions, reload } = comments;
  const { resolved } = thread;
  const canReply = thread.canReply && !comments.isEnded;
  return (
    <article id={`thread-${thread.id}`} className={styles.thread} data-resolved={resolved !== null} tabIndex={-1}>
      {heading}
      {resolved === null ? null : (
        <p className={styles.quiet}>
          Resolved by {nameOf(names, resolved.byId)}, <LocalTime at={resolved.at} />
        </p>
      )}
      <ul className={styles.list}>
        {thread.comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            canReply={canReply}
            isEditing={editing === comment.id}
            setEditing={(isEditing) => setEditing(isEditing ? comment.id : null)}
          />
        ))}
      </ul>
      {isReplying ? (
        <CommentForm
          label="Reply"
          button="Reply"
          maySend={canReply}
          isFocused
          onCancel={() => setReplying(false)}
          send={(body) => whenStored(actions.reply(modelId, thread.id, { body }), () => setReplying(false), reload)}
        />
      ) : canReply ? (
        <div className={styles.actions}>
          <Button size="compact-xs" variant="default" onClick={() => setReplying(true)}>
            Reply
          </Button>
          {canComment ? (
            <Button
              size="compact-xs"
              variant="default"
              disabled={isPending}
              onClick={() => run(() => actions.resolve(modelId, thread.id, resolved === null))}
            >
              {resolved === null ? "Resolve" : "Reopen"}
            </Button>
          ) : null}
        </div>
      ) : null}
      <FormFault message={fault} />
    </article>
  );
}

/** Closes the form of what was sent and shows the thread anew, once it is stored. */
async function whenStored(sent: Promise<CommentOutcome>, close: () => void, reload: () => Promise<void>) {
  const outcome = await sent;
  if (outcome.ok) {
    close();
    await reload();
  }
  return outcome;
}

interface CommentItemProps {
  comment: CommentFull;
  /** Authors can change their comments as long as they may reply. */
  canReply: boolean;
  isEditing: boolean;
  setEditing: (isEditing: boolean) => void;
}

function CommentItem({ comment, canReply, isEditing, setEditing }: CommentItemProps) {
  const comments = useComments();
  const { run, isPending, fault } = useAction({ refresh: useComments()?.reload });
  if (comments === null) return null;
  const { names, modelId, actions, reload } = comments;
  if (comment.isDeleted) return <li className={styles.quiet}>Deleted by its author.</li>;
  const name = nameOf(names, comment.authorId);
  return (
    <li id={`comment-${comment.id}`} className={styles.comment}>
      <p className={styles.by}>
        <strong>{name}</strong>
        <span className={styles.quiet}>
          <LocalTime at={comment.createdAt} />
          {comment.editedAt === null ? "" : ", edited"}
        </span>
      </p>
      {isEditing ? (
        <CommentForm
          label="Your comment"
          button="Save"
          maySend={canReply}
          isFocused
          initial={comment.body}
          onCancel={() => setEditing(false)}
          send={(body) => whenStored(actions.edit(modelId, comment.id, { body }), () => setEditing(false), reload)}
        />
      ) : (
        <>
          <CommentBody body={comment.body} names={names} />
          {comment.isOwn && canReply ? (
            <p className={styles.own}>
              <button type="button" className={styles.link} onClick={() => setEditing(true)}>
                Edit
              </button>
              <button
                type="button"
                className={styles.link}
                disabled={isPending}
                onClick={() => run(() => actions.remove(modelId, comment.id))}
              >
                Delete
              </button>
            </p>
          ) : null}
        </>
      )}
      <FormFault message={fault} />
    </li>
  );
}

export function nameOf(names: Record<string, string>, id: string | null): string {
  return (id === null ? undefined : names[id]) ?? formerMember;
}
