import { createHash, type Hash } from "node:crypto";
import { type DocumentedModel, digestPieces } from "@/lib/draft/model-document";

/** Says which figures a file holds: the same for the same model and scenarios. */
export function digestOf(documented: DocumentedModel): string {
  const hash = createHash("sha256");
  for (const piece of digestPieces(documented)) hash.update(piece);
  return writtenDigest(hash);
}

/** A digest as files show it. */
export const writtenDigest = (hash: Hash) => `sha256:${hash.digest("hex")}`;
