"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { startTransition, useEffect, useState } from "react";
import { PlainPage } from "./_components/ui/page/plain-page";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** What a page says that ended in an error on the way to it from another; one that is loaded as a whole is answered by the server itself. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  const isDatabaseAway = useIsDatabaseAway();
  const tryAgain = () =>
    startTransition(() => {
      // What the server sent for this page is the error: it is asked anew.
      router.refresh();
      reset();
    });
  return (
    <PlainPage title={isDatabaseAway ? "The database cannot be reached" : "This page could not be shown"}>
      <p>
        {isDatabaseAway
          ? "Peerbalance itself runs, but its database does not answer just now. Nothing that was saved is lost, and what you typed on the page before is saved once there is an answer."
          : `Something went wrong on the server or on the way to it. What you saved before is kept. Try again; if it happens again, tell whoever runs this installation${error.digest ? ` and give them the number ${error.digest}` : ""}.`}
      </p>
      <div>
        <Button onClick={tryAgain}>Try again</Button>
      </div>
    </PlainPage>
  );
}

/** An error reaches the browser without its words; whether the database answers can be asked. */
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
