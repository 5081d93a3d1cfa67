import { Alert } from "@mantine/core";

/** What is wrong with a form as a whole; read out as it appears. */
export function FormFault({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <Alert color="red" variant="light">
      {message}
    </Alert>
  );
}
