import { createHash } from "node:crypto";
import { type DocumentedModel, digestText } from "@/lib/draft/model-document";

/** Says which figures a file holds: the same for the same model and scenarios. */
export function digestOf(documented: DocumentedModel): string {
  return `sha256:${createHash("sha256").update(digestText(documented)).digest("hex")}`;
}
