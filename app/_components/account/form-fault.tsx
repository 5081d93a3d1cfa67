import { Alert } from "@mantine/core";

/** What is wrong with a form as a whole; announced as it appears. */
export function FormFault({ message }: { message: string | undefined }) {
  return (
    <div role="alert">
      {message ? (
        <Alert color="red" variant="light">
          {message}
        </Alert>
      ) : null}
    </div>
  );
}
