"use client";

import { Button } from "@mantine/core";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import type { CommentOutcome } from "@/lib/comments/comment";
import { commentFault } from "@/lib/comments/mentions";
import { refused } from "@/lib/outcome";
import { FormFault } from "../account/form-fault";
import { useAction } from "../ui/action/use-action";
import { Notice } from "../ui/notice";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";
import { MentionField, type MentionFieldProps } from "./mention-field";
import { bodyOf, labelsOf, textOf } from "./mention-text";

interface CommentFormProps extends Pick<MentionFieldProps, "label" | "isFocused" | "onCancel"> {
  button: string;
  /** The stored text, where a comment is edited. */
  initial?: string;
  /** Whether it may be sent; where left out, everyone who may comment on the model may. */
  maySend?: boolean;
  /** Shown to a person who may not comment and has typed nothing that would be lost. */
  otherwise?: ReactNode;
  send: (body: string) => Promise<CommentOutcome>;
}

/** A field for a comment. The text stays until it is on the server. */
export function CommentForm({ button, initial = "", maySend: allowed, otherwise, send, ...field }: CommentFormProps) {
  const comments = useComments();
  const labels = labelsOf(comments?.mentionable ?? [], initial, comments?.names ?? {});
  const [text, setText] = useState(() => textOf(initial, labels));
  const { run, isPending, fault } = useAction({ refresh: false, failed: "The comment was not sent" });

  const maySend = allowed ?? comments?.canComment === true;
  if (!maySend && otherwise !== undefined && text.trim() === "") return otherwise;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!maySend) return;
    const body = bodyOf(text, labels);
    const message = commentFault(body);
    if (message !== undefined) return void run(async () => refused("form", message));
    const outcome = await run(() => send(body), "Try again; what you typed is still here.");
    if (outcome?.ok) setText("");
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate data-off-paper>
      <DisabledUntilHydrated>
        <MentionField {...field} text={text} people={labels} onChange={setText} />
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
          <Button size="compact-sm" type="submit" loading={isPending}>
            {button}
          </Button>
        ) : null}
        {field.onCancel === undefined ? null : (
          <Button size="compact-sm" variant="default" onClick={field.onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
