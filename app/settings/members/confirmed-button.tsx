"use client";

import { Button, Group, Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import type { Outcome } from "@/lib/outcome";

interface ConfirmedButtonProps {
  label: string;
  /** Short words on the button where the row says the rest. */
  words?: string;
  title: string;
  confirm: string;
  isDisabled?: boolean;
  act: () => Promise<Outcome>;
  onDone: () => void;
  /** What follows, in words. */
  children: ReactNode;
}

/** A button that says what follows, and acts when that is confirmed. */
export function ConfirmedButton(props: ConfirmedButtonProps) {
  const { label, words, title, confirm, isDisabled = false, act, onDone, children } = props;
  const [isOpen, setIsOpen] = useState(false);
  const { run, isPending, fault } = useAction({ refresh: false });

  async function confirmed() {
    const outcome = await run(act);
    if (!outcome?.ok) return;
    setIsOpen(false);
    onDone();
  }

  return (
    <>
      <Button
        variant="default"
        {...(words !== undefined && { size: "compact-xs", "aria-label": label })}
        disabled={isDisabled}
        onClick={() => setIsOpen(true)}
      >
        {words ?? label}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title={title}
        centered
        // Locking writes a style into the page, which its policy forbids.
        lockScroll={false}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <p>{children}</p>
        <FormFault message={fault} />
        <Group mt="md" justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => setIsOpen(false)}>
            Cancel
          </Button>
          <Button loading={isPending} onClick={confirmed}>
            {confirm}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
