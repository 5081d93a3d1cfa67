"use client";

import { Drawer } from "@mantine/core";
import { Link } from "@/app/_components/ui/link";
import { bareSubject, type CommentSubject, isSameSubject, subjectKeyOf, subjectName } from "@/lib/comments/comment";
import { routes } from "@/lib/routes";
import { CommentForm } from "./comment-form";
import styles from "./comments.module.css";
import { readingWords, useComments } from "./comments-context";
import { Thread } from "./thread";

/** The threads on one thing, beside the page, which stays usable. */
export function CommentsDrawer() {
  const comments = useComments();
  if (comments === null) return null;
  const { subject, ask } = comments;
  return (
    <Drawer
      opened={subject !== null}
      onClose={() => ask(null)}
      position="right"
      size="min(28rem, 100vw)"
      title={subject === null ? "" : `Comments: ${subjectName(subject)}`}
      withOverlay={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": "Close the comments" }}
      classNames={{ content: styles.drawer ?? "", title: styles.drawerTitle ?? "" }}
    >
      {subject === null ? null : <SubjectThreads key={subjectKeyOf(subject)} subject={subject} />}
    </Drawer>
  );
}

function SubjectThreads({ subject }: { subject: CommentSubject }) {
  const comments = useComments();
  if (comments === null) return null;
  const { threads, modelId, actions, reload } = comments;
  const own = threads.filter((thread) => isSameSubject(thread.subject, subject));
  // The oldest first, resolved threads last.
  const sorted = own.toReversed().sort((a, b) => Number(a.resolved !== null) - Number(b.resolved !== null));
  return (
    <div className={styles.threads}>
      {sorted.length === 0 ? <p className={styles.quiet}>Nobody has commented on this yet.</p> : null}
      {sorted.map((thread) => (
        <Thread key={thread.id} thread={thread} />
      ))}
      <CommentForm
        label="New comment"
        button="Comment"
        otherwise={<p className={styles.quiet}>{readingWords(comments)}</p>}
        send={async (body) => {
          const outcome = await actions.add(modelId, { subject: bareSubject(subject), body });
          if (outcome.ok) await reload();
          return outcome;
        }}
      />
      <p>
        <Link href={routes.comments(modelId)}>All comments on this model</Link>
      </p>
    </div>
  );
}
