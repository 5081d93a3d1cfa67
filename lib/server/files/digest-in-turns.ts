import "server-only";
import { createHash } from "node:crypto";
import { type DocumentedModel, digestPieces } from "@/lib/draft/model-document";
import { inTurns } from "@/lib/server/runtime/take-turns";
import { writtenDigest } from "./digest";

/** The same as `digestOf`, with a turn for others between scenarios: all of the largest model would hold the server for a tenth of a second. */
export async function digestInTurns(documented: DocumentedModel): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of inTurns(digestPieces(documented))) hash.update(piece);
  return writtenDigest(hash);
}
