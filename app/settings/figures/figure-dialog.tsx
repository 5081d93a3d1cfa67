"use client";

import { useState } from "react";
import { Dialog } from "@/app/_components/ui/page/dialog";
import type { FigureBook } from "@/lib/draft/figures/organisation-figure";
import type { InputKey } from "@/lib/model/inputs";
import { inputNameInGroup } from "@/lib/value/input-name";
import type { FigureActions } from "./figure-actions";
import { FigureForm } from "./figure-form";
import { InputChoice } from "./input-choice";

interface FigureDialogProps {
  organisationId: string;
  book: FigureBook;
  /** The input to state; null where it is chosen first. */
  inputKey: InputKey | null;
  actions: FigureActions;
  onClose: () => void;
}

/** States a figure for an input, or changes it. */
export default function FigureDialog({ inputKey, onClose, ...props }: FigureDialogProps) {
  const [key, setKey] = useState(inputKey);
  return (
    <Dialog
      title={key === null ? "Add a figure" : inputNameInGroup(key)}
      closeLabel="Close without saving"
      onClose={onClose}
    >
      {key === null ? (
        <InputChoice book={props.book} onChoose={setKey} />
      ) : (
        <FigureForm inputKey={key} onClose={onClose} {...props} />
      )}
    </Dialog>
  );
}
