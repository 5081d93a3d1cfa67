"use client";

import { SegmentedControl } from "@mantine/core";
import { useEffect, useState } from "react";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Link } from "@/app/_components/ui/link";
import { Section } from "@/app/_components/ui/page/section";
import { type CommentThread, rowKeysOf, subjectKeyOf, subjectName } from "@/lib/comments/comment";
import { placeText } from "@/lib/draft/place";
import { routes } from "@/lib/routes";
import { AccessNotice } from "../live/access-notice";
import { useModelEvents } from "../live/use-model-events";
import { CommentForm } from "./comment-form";
import styles from "./comments.module.css";
import { readingWords, useComments } from "./comments-context";
import { Thread } from "./thread";

const filters = {
  open: { label: "Open", has: (thread: CommentThread) => thread.resolved === null, none: "No thread is open." },
  resolved: {
    label: "Resolved",
    has: (thread: CommentThread) => thread.resolved !== null,
    none: "No thread is resolved yet.",
  },
  mine: {
    label: "Mentions of me",
    has: (thread: CommentThread) => thread.mentionsMe,
    none: "Nobody has mentioned you.",
  },
};
type Filter = keyof typeof filters;

interface CommentsPageProps {
  linkedThread: string | null;
  revision: number;
  /** The model's rows, each as the key of its subject: a thread may be on one that was removed. */
  rowKeys: readonly string[];
}

/** Every thread of a model, and a new one on the model as a whole. */
export function CommentsPage({ linkedThread, revision, rowKeys }: CommentsPageProps) {
  const [rows, setRows] = useState(rowKeys);
  const comments = useComments();
  const { ended, paused } = useModelEvents(comments?.modelId ?? "", revision, {
    onModel: (model) => setRows(rowKeysOf(model)),
    onComments: comments?.follow,
    onGone: comments?.end,
  });
  const [filter, setFilter] = useState<Filter>(() => {
    const thread = comments?.threads.find(({ id }) => id === linkedThread);
    return thread?.resolved ? "resolved" : "open";
  });
  useEffect(() => {
    if (linkedThread === null) return;
    const thread = document.getElementById(`thread-${linkedThread}`);
    thread?.scrollIntoView({ block: "start" });
    thread?.focus({ preventScroll: true });
  }, [linkedThread]);
  if (comments === null) return null;
  const { threads, modelId, actions, reload, writingIn } = comments;
  const listed = threads.filter((thread) => filters[filter].has(thread) || writingIn.has(thread.id));
  const isGone = linkedThread !== null && !threads.some(({ id }) => id === linkedThread);
  return (
    <>
      <AccessNotice ended={ended} paused={paused} />
      <CommentForm
        label="New comment on the model"
        button="Comment"
        otherwise={ended === "gone" ? null : <p>{readingWords(comments)}</p>}
        send={async (body) => {
          const outcome = await actions.add(modelId, { subject: { kind: "model" }, body });
          if (outcome.ok) {
            setFilter("open");
            await reload();
          }
          return outcome;
        }}
      />
      {isGone ? <p role="status">The comment in this link was deleted.</p> : null}
      <Section
        title="Threads"
        action={
          <DisabledUntilHydrated>
            <SegmentedControl
              size="xs"
              aria-label="Which threads are shown"
              value={filter}
              onChange={(value) => setFilter(value as Filter)}
              data={Object.entries(filters).map(([value, { label, has }]) => ({
                value,
                label: `${label} (${threads.filter(has).length})`,
              }))}
            />
          </DisabledUntilHydrated>
        }
      >
        <div className={styles.threads}>
          {listed.length === 0 ? (
            <p>
              {threads.length === 0 ? "Nobody has commented on this model yet." : filters[filter].none}
              {threads.length === 0 ? (
                <span data-off-paper>
                  {" "}
                  You can also comment on one input, under its About, or on one figure of the breakdown.
                </span>
              ) : null}
            </p>
          ) : null}
          {listed.map((thread) => (
            <Thread
              key={thread.id}
              thread={thread}
              heading={
                <h3 className={styles.subject}>
                  <Subject thread={thread} modelId={modelId} rowKeys={rows} />
                </h3>
              }
            />
          ))}
        </div>
      </Section>
    </>
  );
}

interface SubjectProps {
  thread: CommentThread;
  modelId: string;
  rowKeys: readonly string[];
}

/** The subject of a thread, as a link to it where it still exists. */
function Subject({ thread: { subject }, modelId, rowKeys }: SubjectProps) {
  const name = subjectName(subject);
  if (subject.kind === "model") return name;
  if (subject.kind === "input") return <Link href={routes.modelInput(modelId, subject.key)}>{name}</Link>;
  if (subject.kind === "row" && !rowKeys.includes(subjectKeyOf(subject)))
    return (
      <>
        {name} <span className={styles.quiet}>(this row was removed)</span>
      </>
    );
  if (subject.kind === "row") return <Link href={routes.row(modelId, subject.table, placeText(subject))}>{name}</Link>;
  return <Link href={subject.key === "answer" ? routes.model(modelId) : routes.breakdown(modelId)}>{name}</Link>;
}
