import { TextInput } from "@mantine/core";

interface SearchFieldProps {
  /** "Search the inputs"; stands in the field until a word is typed. */
  label: string;
  value: string;
  maxLength?: number;
  onChange: (value: string) => void;
}

/** A field for a word by which a list is narrowed. Undoing in it is the browser's and not the page's. */
export function SearchField({ label, onChange, ...props }: SearchFieldProps) {
  return (
    <TextInput
      size="xs"
      type="search"
      aria-label={label}
      placeholder={label}
      data-own-undo
      onChange={(event) => onChange(event.currentTarget.value)}
      {...props}
    />
  );
}
