"use client";

import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useCallback, useState } from "react";
import { type Outcome, refused } from "@/lib/outcome";

type Remove = (id: string, title?: string) => Promise<Outcome>;

interface Question {
  message: string;
  answer: (title: string | null) => void;
}

/**
 * Deletes a model; where an approved decision rests on it, only once a person has typed that decision's title.
 *
 * @returns what deletes, and the dialog that asks
 */
export function useTitledDelete(remove: Remove) {
  const [question, setQuestion] = useState<Question | null>(null);
  const run = useCallback(
    async (id: string): Promise<Outcome> => {
      for (let title: string | undefined; ; ) {
        const outcome = await remove(id, title);
        const fault = outcome.ok ? undefined : outcome.faults.find(({ key }) => key === "title");
        if (fault === undefined) return outcome;
        const typed = await new Promise<string | null>((answer) => setQuestion({ message: fault.message, answer }));
        setQuestion(null);
        if (typed === null) return refused("form", "The model was not deleted.");
        title = typed;
      }
    },
    [remove],
  );
  return { run, dialog: question === null ? null : <TitleDialog {...question} /> };
}

function TitleDialog({ message, answer }: Question) {
  const [title, setTitle] = useState("");
  return (
    <Modal
      opened
      onClose={() => answer(null)}
      title="Delete a model with a decision"
      centered
      // Scroll locking writes an inline style, which the page's policy forbids.
      lockScroll={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer(title);
        }}
      >
        <Stack gap="md">
          <p>{message}</p>
          <TextInput
            label="Title of the decision"
            value={title}
            autoComplete="off"
            data-autofocus
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => answer(null)}>
              Cancel
            </Button>
            <Button type="submit" color="red">
              Delete
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
