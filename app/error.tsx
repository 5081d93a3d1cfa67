"use client";

import { Button } from "@mantine/core";
import { PlainPage } from "./_components/ui/plain-page";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <PlainPage title="This page could not be shown">
      <p>
        Something went wrong on the server or on the way to it. What you saved before is kept. Try again; if it happens
        again, tell whoever runs this installation{error.digest ? ` and give them the number ${error.digest}` : ""}.
      </p>
      <div>
        <Button onClick={reset}>Try again</Button>
      </div>
    </PlainPage>
  );
}
