"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { startTransition, useEffect, useEffectEvent, useState } from "react";
import { documentTitle } from "@/lib/text/document-title";
import { databaseAwayTitle, databaseAwayWords } from "@/lib/web-process/database-away-words";
import { databaseRetrySeconds } from "@/lib/web-process/database-retry";
import { PlainPage } from "./_components/ui/page/plain-page";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Shown where moving to a page ends in an error; a page that is loaded as a whole is answered by the server itself. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  const tryAgain = () =>
    startTransition(() => {
      // The error came from the server: the page is requested again.
      router.refresh();
      reset();
    });
  const isDatabaseAway = useIsDatabaseAway(tryAgain);
  const title = isDatabaseAway ? databaseAwayTitle : "This page could not be shown";
  return (
    <PlainPage title={title}>
      {/* The page that failed has given none. */}
      <title>{documentTitle(title)}</title>
      <p>
        {isDatabaseAway
          ? `${databaseAwayWords}, and what you typed on the page before is saved once the database answers. This page then shows itself.`
          : `Something went wrong on the server or on the way to it. What you saved is safe. Try again; if it happens again, tell this site's administrator${error.digest ? ` and give them the number ${error.digest}` : ""}.`}
      </p>
      <div>
        <Button onClick={tryAgain}>Try again</Button>
      </div>
    </PlainPage>
  );
}

/**
 * Whether the database is away: an error reaches the browser without its words, so the page asks, and goes on asking while it is.
 *
 * @param onBack called once the database answers again
 */
function useIsDatabaseAway(onBack: () => void): boolean {
  const [isAway, setIsAway] = useState(false);
  const back = useEffectEvent(onBack);
  useEffect(() => {
    const left = new AbortController();
    let wait: ReturnType<typeof setTimeout> | undefined;
    let wasAway = false;
    const ask = async () => {
      const status = await fetch("/api/ready", { cache: "no-store", signal: left.signal }).then(
        (answer) => answer.status,
        () => null,
      );
      if (left.signal.aborted) return;
      if (status === 200 && wasAway) return back();
      if (status === 503) {
        wasAway = true;
        setIsAway(true);
      }
      if (wasAway) wait = setTimeout(ask, databaseRetrySeconds * 1000);
    };
    void ask();
    return () => {
      left.abort();
      clearTimeout(wait);
    };
  }, []);
  return isAway;
}
