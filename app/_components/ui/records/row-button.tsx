import { Button } from "@mantine/core";

interface RowButtonProps {
  /** Short: the row says the rest. */
  words: string;
  /** The whole of it, for a screen reader. */
  label: string;
  isDisabled: boolean;
  onClick: () => void;
}

/** What can be done with one row of a table. */
export function RowButton({ words, label, isDisabled, onClick }: RowButtonProps) {
  return (
    <Button size="compact-xs" variant="default" disabled={isDisabled} aria-label={label} onClick={onClick}>
      {words}
    </Button>
  );
}
