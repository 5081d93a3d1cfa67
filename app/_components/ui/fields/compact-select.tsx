import { Input } from "@mantine/core";
import { SelectEnd } from "./select-end";
import written from "./written-controls.module.css";

interface CompactSelectProps<T> {
  /** For those who do not see beside what it stands. */
  label: string;
  value: T;
  choices: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

const { root, wrapper, input } = Input.classes;

/** A choice among more than a switch has room for, beside what it changes. Mantine's NativeSelect written out, as SearchField is. */
export function CompactSelect<T extends string>({ label, value, choices, onChange }: CompactSelectProps<T>) {
  return (
    <div className={`${root} mantine-InputWrapper-root mantine-NativeSelect-root`} data-size="xs">
      <div
        className={`${wrapper} mantine-Input-wrapper mantine-NativeSelect-wrapper ${written.field} ${written.select}`}
        data-variant="default"
        data-size="xs"
        data-pointer="true"
        data-with-right-section="true"
      >
        <select
          className={`${input} mantine-Input-input mantine-NativeSelect-input`}
          data-variant="default"
          aria-label={label}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value as T)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <SelectEnd size="xs" />
      </div>
    </div>
  );
}
