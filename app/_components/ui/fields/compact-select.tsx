import { NativeSelect } from "@mantine/core";

interface CompactSelectProps<T> {
  /** For those who do not see beside what it stands. */
  label: string;
  value: T;
  choices: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** A choice among more than a switch has room for, beside what it changes. */
export function CompactSelect<T extends string>({ label, value, choices, onChange }: CompactSelectProps<T>) {
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={value}
      data={[...choices]}
      onChange={(event) => onChange(event.currentTarget.value as T)}
    />
  );
}
