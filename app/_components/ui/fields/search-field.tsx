import { Input } from "@mantine/core";
import written from "./written-controls.module.css";

interface SearchFieldProps {
  /** "Search the inputs"; stands in the field until a word is typed. */
  label: string;
  value: string;
  maxLength?: number;
  onChange: (value: string) => void;
}

const { root, wrapper, input } = Input.classes;

/**
 * A field for a word by which a list is narrowed. Undoing in it is the browser's and not the page's. Mantine's TextInput written out: the
 * server works out each of those anew, which takes as long as ten rows of a list.
 */
export function SearchField({ label, onChange, ...props }: SearchFieldProps) {
  return (
    <div className={`${root} mantine-InputWrapper-root mantine-TextInput-root`} data-size="xs">
      <div
        className={`${wrapper} mantine-Input-wrapper mantine-TextInput-wrapper ${written.field}`}
        data-variant="default"
        data-size="xs"
      >
        <input
          className={`${input} mantine-Input-input mantine-TextInput-input`}
          data-variant="default"
          type="search"
          aria-label={label}
          placeholder={label}
          data-own-undo
          onChange={(event) => onChange(event.currentTarget.value)}
          {...props}
        />
      </div>
    </div>
  );
}
