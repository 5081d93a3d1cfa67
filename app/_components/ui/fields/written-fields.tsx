import { Input } from "@mantine/core";
import { type ComponentProps, type ReactNode, useId } from "react";
import { SelectEnd } from "./select-end";
import written from "./written-controls.module.css";

// Mantine's TextInput and NativeSelect with their labels, written out, as SearchField and CompactSelect are: they make up the forms of
// accounts and settings, and the server works out the looks of each of Mantine's anew. A test compares the two.

interface FieldProps {
  label: string;
  description?: string | undefined;
  /** What is wrong with what was typed. */
  fault?: string | undefined;
  /** As CSS has it: all there is, where no class of the field's says otherwise. */
  width?: string;
  className?: string | undefined;
}

type TextFieldProps = FieldProps & Omit<ComponentProps<"input">, keyof FieldProps | "id" | "style">;

/** A line of text with its label. */
export function TextField({ label, description, fault, width, className, ...input }: TextFieldProps) {
  const frame = { of: "TextInput", id: useId(), label, description, fault, width, className } as const;
  return (
    <Frame {...frame}>
      <input
        className={`${Input.classes.input} mantine-Input-input mantine-TextInput-input`}
        {...described(frame)}
        {...input}
      />
    </Frame>
  );
}

type SelectFieldProps = FieldProps &
  Omit<ComponentProps<"select">, keyof FieldProps | "id" | "style" | "children"> & {
    choices: readonly { value: string; label: string }[];
  };

/** A choice among some, with its label. */
export function SelectField({ label, description, fault, width, className, choices, ...select }: SelectFieldProps) {
  const frame = { of: "NativeSelect", id: useId(), label, description, fault, width, className } as const;
  return (
    <Frame {...frame}>
      <select
        className={`${Input.classes.input} mantine-Input-input mantine-NativeSelect-input`}
        {...described(frame)}
        {...select}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <SelectEnd size="sm" />
    </Frame>
  );
}

interface FrameProps extends Omit<FieldProps, "width"> {
  of: "TextInput" | "NativeSelect";
  id: string;
  width: string | undefined;
}

/** What the control says of itself: its id, its fault and what describes it. */
function described({ id, description, fault }: FrameProps) {
  const by = [fault && `${id}-error`, description && `${id}-description`].filter(Boolean).join(" ");
  return {
    id,
    "data-variant": "default",
    "data-error": fault ? true : undefined,
    "aria-invalid": fault ? true : undefined,
    "aria-describedby": by || undefined,
  };
}

function Frame({
  of,
  id,
  label,
  description,
  fault,
  width,
  className,
  children,
}: FrameProps & { children: ReactNode }) {
  const { classes } = Input;
  const part = (name: string) => `mantine-InputWrapper-${name} mantine-${of}-${name}`;
  const isSelect = of === "NativeSelect" || undefined;
  const around = [
    description && written.underDescription,
    fault && written.overFault,
    written.small,
    isSelect && written.select,
  ];
  return (
    <div
      className={`${className ? `${className} ` : ""}${classes.root} ${part("root")}`}
      style={className && !width ? undefined : { width: width ?? "100%" }}
      data-size="sm"
      data-error={fault ? true : undefined}
    >
      <label
        className={`${classes.label} ${part("label")} ${written.label}`}
        data-size="sm"
        htmlFor={id}
        id={`${id}-label`}
      >
        {label}
      </label>
      {description ? (
        <p
          className={`${classes.description} ${part("description")} ${written.description}`}
          data-size="sm"
          id={`${id}-description`}
        >
          {description}
        </p>
      ) : null}
      <div
        className={`${classes.wrapper} mantine-Input-wrapper mantine-${of}-wrapper ${around.filter(Boolean).join(" ")}`}
        data-variant="default"
        data-size="sm"
        data-error={fault ? true : undefined}
        data-pointer={isSelect}
        data-with-right-section={isSelect}
      >
        {children}
      </div>
      {fault ? (
        <p className={`${classes.error} ${part("error")} ${written.fault}`} data-size="sm" id={`${id}-error`}>
          {fault}
        </p>
      ) : null}
    </div>
  );
}
