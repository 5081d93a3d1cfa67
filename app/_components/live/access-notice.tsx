import { Link } from "@/app/_components/ui/link";
import { routes } from "@/lib/routes";
import { Notice } from "../ui/notice";
import { DownloadInputs, type InputsFile } from "./download-inputs";
import type { ModelNow } from "./use-model-events";

interface AccessNoticeProps {
  ended: ModelNow["ended"];
  paused: ModelNow["paused"];
  /** Unsaved inputs, offered as files. */
  unsaved?: readonly InputsFile[];
}

const pausedWords: Record<NonNullable<ModelNow["paused"]>, string> = {
  full: "Too many people have this model open. Live updates start here as soon as there is room.",
  replaced:
    "You have opened Peerbalance in more than ten browsers since. Come back to this page to follow the model here.",
};

/**
 * Says that the reader has lost access to the model, is signed out, or gets no live updates; empty while all is
 * well.
 */
export function AccessNotice({ ended, paused, unsaved = [] }: AccessNoticeProps) {
  if (ended === null) {
    return paused === null ? null : (
      <Notice tone="look" title="Live updates are off" isNews>
        <p>{pausedWords[paused]} Your changes are saved as always; reload the page to see what others saved.</p>
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
          : "What you typed last is not saved either: download it as a file, which can be imported into another model. "}
        What is on this page stays until you leave it.
      </p>
      {unsaved.length === 0 ? null : <DownloadInputs files={unsaved} />}
      <p>
        <Link href={routes.models}>Go to your models</Link>
      </p>
    </Notice>
  );
}
