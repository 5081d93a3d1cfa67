import { Button, Group, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type ComponentProps, useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { usualWords } from "@/app/_components/inputs/input-text";
import { useAction } from "@/app/_components/ui/action/use-action";
import { FigureTextInput } from "@/app/_components/ui/fields/figure-text-input";
import dialog from "@/app/_components/ui/page/dialog.module.css";
import type { FigureBook } from "@/lib/draft/figures/organisation-figure";
import { isAlwaysCertain } from "@/lib/draft/uncertainty/ranges";
import { declaredAt } from "@/lib/model/currency";
import type { InputKey } from "@/lib/model/inputs";
import { isFigure, isPercentage } from "@/lib/model/inputs/declaration";
import { evidenceKinds } from "@/lib/model/spread/own-range";
import { checkStatedFigure } from "@/lib/schemas/organisation-figures";
import { inputText, numberText } from "@/lib/value/describe-input";
import { evidenceWords } from "@/lib/value/range-words";
import { unitLabel } from "@/lib/value/unit-label";
import { type FigureActions, statedOf } from "./figure-actions";
import styles from "./figures.module.css";
import { readTypedFigure, type TypedField } from "./typed-figure";

interface FigureFormProps {
  organisationId: string;
  book: FigureBook;
  inputKey: InputKey;
  actions: FigureActions;
  onClose: () => void;
}

/** What an organisation states of one input, and what goes with it. */
export function FigureForm({ organisationId, book, inputKey, actions, onClose }: FigureFormProps) {
  const { currency, currencyRate } = book.currency;
  const declared = declaredAt(currencyRate).input[inputKey];
  // As it was when the form was opened: a change over what another person has stated since is refused.
  const [present] = useState(() => book.figures.find(({ key }) => key === inputKey));
  const { form, button, run, faultOf, isPending } = useAction({
    failed: "The figure was not saved",
    send: async (field) => {
      const read = readTypedFigure(declared, field, currency);
      if (read.faults.length > 0) return { ok: false, faults: read.faults };
      // What is wrong is said before anything is sent.
      const checked = checkStatedFigure(inputKey, read.stated, { currency, currencyRate });
      if (!checked.ok) return checked;
      const change = { key: inputKey, revision: present?.revision ?? 0, stated: statedOf(checked.content) };
      const outcome = await actions.change(organisationId, change);
      if (outcome.ok) onClose();
      return outcome;
    },
  });
  const remove = (revision: number) =>
    run(async () => {
      const outcome = await actions.remove(organisationId, { part: "inputs", key: inputKey, revision });
      if (outcome.ok) onClose();
      return outcome;
    });
  /** What every field has: its name, what is stated now, and what is wrong with it. */
  const field = (name: TypedField) => {
    const stated = present?.content[name];
    const text = typeof stated === "number" && isFigure(declared) ? numberText(declared, stated) : String(stated ?? "");
    return { name, defaultValue: text, error: faultOf(name) };
  };
  return (
    <form {...form} className={dialog.content}>
      <div className={styles.row}>
        {isFigure(declared) ? (
          <FigureField
            label="Figure"
            description={[isPercentage(declared) ? "%" : unitLabel(declared.unit, currency), usualWords(declared)]
              .filter(Boolean)
              .join(", ")}
            data-autofocus
            mayBeNegative={declared.min < 0}
            {...field("value")}
          />
        ) : (
          <NativeSelect
            label="Figure"
            data-autofocus
            {...field("value")}
            {...(present === undefined && { defaultValue: String(declared.default) })}
            data={(declared.format === "choice" ? declared.choices : ["1", "0"]).map((value) => ({
              value,
              label: inputText(declared, value),
            }))}
          />
        )}
        {isFigure(declared) && !isAlwaysCertain(inputKey) ? (
          <>
            <FigureField
              label="Low"
              description="lower 1 time in 10"
              mayBeNegative={declared.min < 0}
              {...field("low")}
            />
            <FigureField
              label="High"
              description="higher 1 time in 10"
              mayBeNegative={declared.min < 0}
              {...field("high")}
            />
          </>
        ) : null}
      </div>
      <div className={styles.row}>
        <NativeSelect
          label="Evidence"
          {...field("evidence")}
          data={[
            { value: "", label: "Not stated" },
            ...evidenceKinds.map((value) => ({ value, label: evidenceWords[value] })),
          ]}
        />
        <TextInput label="Source" {...field("source")} />
      </div>
      <div className={styles.row}>
        <TextInput label="Owner" placeholder="A person or a team" {...field("owner")} />
        <TextInput label="Valid from" type="date" {...field("validFrom")} />
        <TextInput label="Review by" type="date" {...field("reviewBy")} />
      </div>
      <Textarea label="Note" rows={2} {...field("note")} />
      <FormFault message={faultOf("form")} />
      <Group gap="sm">
        <Button size="xs" {...button}>
          {present === undefined ? "Add the figure" : "Save the figure"}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
        {present === undefined ? null : (
          <Button
            size="xs"
            variant="default"
            className={styles.remove ?? ""}
            disabled={isPending}
            onClick={() => remove(present.revision)}
          >
            Remove
          </Button>
        )}
      </Group>
    </form>
  );
}

/** A field for a figure, with its unit or what it means below it. */
function FigureField(props: ComponentProps<typeof FigureTextInput>) {
  return <FigureTextInput inputWrapperOrder={["label", "input", "description", "error"]} {...props} />;
}
