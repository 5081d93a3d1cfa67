import Link from "next/link";
import { routes } from "@/lib/routes";
import { Notice } from "../ui/notice";
import { DownloadInputs, type Taken } from "./download-inputs";
import type { ModelNow } from "./use-model-events";

interface AccessNoticeProps {
  ended: ModelNow["ended"];
  paused: ModelNow["paused"];
  /** What was typed and is not on the server: it can be taken away as files. */
  unsaved?: readonly Taken[];
}

const pausedWords: Record<NonNullable<ModelNow["paused"]>, string> = {
  full: "Very many people have this model open. This page follows it as soon as there is room.",
  replaced:
    "You have opened Peerbalance in more than ten browsers since. Come back to this page to follow the model here.",
};

/**
 * That what the page shows is no longer there for its reader, that they are signed out, or that live updates are off; nothing while all is
 * well.
 */
export function AccessNotice({ ended, paused, unsaved = [] }: AccessNoticeProps) {
  if (ended === null) {
    return paused === null ? null : (
      <Notice tone="look" title="Live updates are off" isNews>
        <p>{pausedWords[paused]} What you change is saved as always; load the page again to see what others saved.</p>
      </Notice>
    );
  }
  if (ended === "signedOut")
    return (
      <Notice tone="look" title="You are signed out" isNews>
        <p>
          Nothing is saved until you{" "}
          <a href={routes.signIn} target="_blank" rel="noreferrer">
            sign in again
          </a>{" "}
          in another tab. What you typed is still on this page; come back to it then.
        </p>
      </Notice>
    );
  return (
    <Notice tone="look" title="You can no longer open this model" isNews>
      <p>
        It was deleted, or is no longer shared with you. Nothing more is saved.{" "}
        {unsaved.length === 0
          ? null
          : "What you typed last is not saved either: take a copy of it, which can be imported into another model. "}
        What is on this page stays until you leave it.
      </p>
      {unsaved.length === 0 ? null : <DownloadInputs taken={unsaved} />}
      <p>
        <Link href={routes.models}>Go to your models</Link>
      </p>
    </Notice>
  );
}
