import Link from "next/link";
import { routes } from "@/lib/routes";
import { Notice } from "../ui/notice";
import { DownloadInputs, type Taken } from "./download-inputs";
import type { ModelNow } from "./use-model-events";

interface AccessNoticeProps {
  ended: ModelNow["ended"];
  /** What was typed and is not on the server: it can be taken away as files. */
  unsaved?: readonly Taken[];
}

/** That what the page shows is no longer there for its reader, or that they are signed out; nothing while all is well. */
export function AccessNotice({ ended, unsaved = [] }: AccessNoticeProps) {
  if (ended === null) return null;
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
