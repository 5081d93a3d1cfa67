import comments from "@/app/_components/comments/comments.module.css";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Section } from "@/app/_components/ui/page/section";
import {
  type CommentSubject,
  isSameSubject,
  type LinkedThread,
  subjectKeyOf,
  subjectName,
} from "@/lib/comments/comment";
import type { LinkedModel } from "@/lib/server/sharing/linked-model";
import styles from "./linked-page.module.css";

const anchorOf = (subject: CommentSubject) => `comments-${subjectKeyOf(subject).replaceAll(/[^\w-]+/g, "-")}`;

/** The number of open threads on a subject, as a link to them; empty where there are none. */
export function LinkedMarker({ threads, subject }: { threads: readonly LinkedThread[]; subject: CommentSubject }) {
  const count = threads.filter((thread) => thread.resolvedAt === null && isSameSubject(thread.subject, subject)).length;
  if (count === 0) return null;
  const own = threads.find((thread) => isSameSubject(thread.subject, subject))?.subject ?? subject;
  const words = count === 1 ? "1 comment" : `${count} comments`;
  return (
    <a
      className={comments.marker}
      data-has="true"
      href={`#${anchorOf(subject)}`}
      aria-label={`${words} on ${subjectName(own)}`}
    >
      {words}
    </a>
  );
}

/** The comments on a model, read only: open threads, and resolved ones folded. */
export function LinkedComments({ model, threads }: { model: LinkedModel; threads: readonly LinkedThread[] }) {
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null);
  const resolved = threads.filter(({ resolvedAt }) => resolvedAt !== null);
  const firstOn = new Map(open.toReversed().map((thread) => [anchorOf(thread.subject), thread]));
  return (
    <Section title="Comments" unit={model.isFrozen ? "up to when this link was made" : "as they stand"}>
      {open.length === 0 ? (
        <p className={styles.words}>{resolved.length === 0 ? "None are shown." : "No thread is open."}</p>
      ) : (
        <div className={comments.threads}>
          {open.map((thread, place) => {
            const anchor = anchorOf(thread.subject);
            return (
              <LinkedThreadArticle
                // biome-ignore lint/suspicious/noArrayIndexKey: a thread behind a link has no id, and its place never changes.
                key={place}
                thread={thread}
                id={firstOn.get(anchor) === thread ? anchor : undefined}
              />
            );
          })}
        </div>
      )}
      {resolved.length === 0 ? null : (
        <details className={comments.folded}>
          <summary>{resolved.length === 1 ? "1 resolved thread" : `${resolved.length} resolved threads`}</summary>
          <div className={comments.threads}>
            {resolved.map((thread, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <LinkedThreadArticle key={place} thread={thread} id={undefined} />
            ))}
          </div>
        </details>
      )}
    </Section>
  );
}

const missingWords = {
  deleted: "Deleted by its author.",
  changed: "Changed after this link was made. Its earlier words are not stored.",
};

function LinkedThreadArticle({ thread, id }: { thread: LinkedThread; id: string | undefined }) {
  return (
    <article id={id} className={comments.thread} data-resolved={thread.resolvedAt !== null} tabIndex={-1}>
      <h3 className={comments.subject}>{subjectName(thread.subject)}</h3>
      {thread.resolvedAt === null ? null : (
        <p className={comments.quiet}>
          Resolved by {thread.resolvedBy}, <LocalTime at={thread.resolvedAt} />
        </p>
      )}
      <ul className={comments.list}>
        {thread.comments.map(({ by, body, at, isEdited, missing }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <li key={place}>
            {missing === "deleted" ? null : (
              <p className={comments.by}>
                <strong>{by}</strong>
                <span className={comments.quiet}>
                  <LocalTime at={at} />
                  {isEdited ? ", edited" : ""}
                </span>
              </p>
            )}
            {missing === null ? (
              <p className={comments.body}>{body}</p>
            ) : (
              <p className={comments.quiet}>{missingWords[missing]}</p>
            )}
          </li>
        ))}
      </ul>
    </article>
  );
}
