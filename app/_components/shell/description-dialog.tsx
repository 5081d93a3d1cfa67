"use client";

import { Modal, Textarea } from "@mantine/core";
import { useTyped } from "@/app/_components/inputs/use-typed";
import { textFault } from "@/lib/text/text-fault";
import { formatWhole } from "@/lib/value/format";
import styles from "./model-shell.module.css";

/** What a model is about, in its readers' or editors' words. */
export interface Description {
  readonly text: string;
  /** Goes up where the text changes by other means than typing. */
  readonly version: number;
  /** Takes what is typed; undefined for readers. */
  readonly onChange?: (text: string) => void;
}

/** As many characters as can be stored. */
const longest = 10_000;

/** The description of a model, saved while it is typed. */
export function DescriptionDialog({ text, version, onChange, onClose }: Description & { onClose: () => void }) {
  const [typed, setTyped] = useTyped(version, null);
  return (
    <Modal
      opened
      onClose={onClose}
      title="Description"
      size="lg"
      // Scroll locking writes an inline style, which the page's policy forbids.
      lockScroll={false}
      closeButtonProps={{ "aria-label": "Close the description" }}
    >
      {onChange === undefined ? (
        <p className={styles.description}>{text === "" ? "This model has no description." : text}</p>
      ) : (
        <Textarea
          aria-label="Description of the model"
          description="What is compared, for whom, and what it leaves out. It stands on reports, and on links that show notes."
          rows={8}
          data-autofocus
          value={typed ?? text}
          error={typed === null ? undefined : faultOf(typed)}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            if (faultOf(value) === undefined) onChange(value);
          }}
        />
      )}
    </Modal>
  );
}

function faultOf(text: string): string | undefined {
  const unstorable = textFault("The description", text);
  if (unstorable !== undefined || text.length <= longest) return unstorable;
  return `The description may have ${formatWhole(longest)} characters; this one has ${formatWhole(text.length)}. Shorten it.`;
}
