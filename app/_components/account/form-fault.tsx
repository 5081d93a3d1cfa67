import { Alert } from "@mantine/core";

/** A fault of a form as a whole; screen readers announce it. */
export function FormFault({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <Alert color="red" variant="light">
      {message}
    </Alert>
  );
}
