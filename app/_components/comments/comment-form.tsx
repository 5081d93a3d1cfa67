"use client";

import { Button } from "@mantine/core";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { type CommentOutcome, commentFault } from "@/lib/comments/comment";
import { FormFault } from "../account/form-fault";
import { Notice } from "../ui/notice";
import { whatFailed } from "../ui/what-failed";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";
import { MentionField } from "./mention-field";
import { bodyOf, labelsOf, textOf } from "./mention-text";

interface CommentFormProps {
  label: string;
  button: string;
  /** The stored words where they are changed. */
  initial?: string;
  isFocused?: boolean;
  /** Whether it may be sent; where left out, whoever comments on the model may. */
  maySend?: boolean;
  onCancel?: () => void;
  /** What stands here for whoever may not comment, and has typed nothing that would be lost. */
  otherwise?: ReactNode;
  send: (body: string) => Promise<CommentOutcome>;
}

/** Where a comment is typed. What was typed stays until it is on the server. */
export function CommentForm({
  label,
  button,
  initial = "",
  isFocused = false,
  maySend: given,
  onCancel,
  otherwise,
  send,
}: CommentFormProps) {
  const comments = useComments();
  const labels = labelsOf(comments?.mentionable ?? [], initial, comments?.names ?? {});
  const [text, setText] = useState(() => textOf(initial, labels));
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [isSending, setSending] = useState(false);

  const maySend = given ?? comments?.canComment === true;
  if (!maySend && otherwise !== undefined && text.trim() === "") return otherwise;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!maySend) return;
    const body = bodyOf(text, labels);
    const wrong = commentFault(body);
    setFault(wrong);
    if (wrong !== undefined) return;
    setSending(true);
    try {
      const outcome = await send(body);
      if (outcome.ok) setText("");
      else setFault(outcome.faults.map(({ message }) => message).join(" "));
    } catch (error) {
      setFault(whatFailed(error, "The comment was not sent", "Try again; what you typed is still here."));
    }
    setSending(false);
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <DisabledUntilHydrated>
        <MentionField
          label={label}
          text={text}
          people={labels}
          isFocused={isFocused}
          onChange={setText}
          onCancel={onCancel}
        />
      </DisabledUntilHydrated>
      {maySend ? (
        <FormFault message={fault} />
      ) : (
        <Notice tone="look" isNews>
          <p>You can no longer write here. Copy what you typed before you leave this page.</p>
        </Notice>
      )}
      <div className={styles.actions}>
        {maySend ? (
          <Button size="compact-sm" type="submit" loading={isSending}>
            {button}
          </Button>
        ) : null}
        {onCancel === undefined ? null : (
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
