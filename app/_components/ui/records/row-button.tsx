import { Button } from "@mantine/core";

interface RowButtonProps {
  /** Short: the row says the rest. */
  words: string;
  /** What a screen reader says behind the words: those who speak to their device say what they see, and a name must begin with it. */
  of?: string;
  isDisabled: boolean;
  onClick: () => void;
}

/** What can be done with one row of a table. */
export function RowButton({ words, of, isDisabled, onClick }: RowButtonProps) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      disabled={isDisabled}
      {...(of !== undefined && { "aria-label": `${words} ${of}` })}
      onClick={onClick}
    >
      {words}
    </Button>
  );
}
