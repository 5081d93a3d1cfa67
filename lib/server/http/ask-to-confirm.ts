import { confirmKey } from "@/lib/confirmation";
import { type Refusal, refused } from "@/lib/outcome";

/** What a page of ours answers by asking for the password; anyone else reads why nothing was done. */
export const confirmMessage =
  "This takes more than being signed in: confirm in your settings that it is you, then do it within ten minutes.";

export function askToConfirm(): Refusal {
  return refused(confirmKey, confirmMessage);
}
