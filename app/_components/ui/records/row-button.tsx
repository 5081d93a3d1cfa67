import { Button } from "@mantine/core";

interface RowButtonProps {
  /** Short: the row says the rest. */
  words: string;
  /** What follows the words in its name. A name begins with what is seen, for that is what people say who steer by voice. */
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
