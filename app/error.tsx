"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { startTransition, useEffect, useState } from "react";
import { PlainPage } from "./_components/ui/page/plain-page";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Shown where moving to a page ends in an error; a page that is loaded as a whole is answered by the server itself. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  const isDatabaseAway = useIsDatabaseAway();
  const tryAgain = () =>
    startTransition(() => {
      // The error came from the server: the page is requested again.
      router.refresh();
      reset();
    });
  return (
    <PlainPage title={isDatabaseAway ? "The database cannot be reached" : "This page could not be shown"}>
      <p>
        {isDatabaseAway
          ? "Peerbalance is running, but its database does not answer at the moment. Nothing that was saved is lost, and what you typed on the page before is saved once the database answers."
          : `Something went wrong on the server or on the way to it. What you saved is safe. Try again; if it happens again, tell this site's administrator${error.digest ? ` and give them the number ${error.digest}` : ""}.`}
      </p>
      <div>
        <Button onClick={tryAgain}>Try again</Button>
      </div>
    </PlainPage>
  );
}

/** An error reaches the browser without its words; the page asks whether the database answers. */
function useIsDatabaseAway(): boolean {
  const [isAway, setIsAway] = useState(false);
  useEffect(() => {
    let isOver = false;
    fetch("/api/ready", { cache: "no-store" }).then(
      ({ status }) => {
        if (!isOver) setIsAway(status === 503);
      },
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, []);
  return isAway;
}
