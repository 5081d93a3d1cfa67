import path from "node:path";
import { build, generateClient, isBuilt } from "../scripts/support/build.mjs";

/**
 * Builds what the servers of tests serve, where it is not yet: on a busy machine that takes longer than a start may, and
 * two starts at once would build over each other.
 */
export default async function buildOnce(): Promise<void> {
  const root = path.join(import.meta.dirname, "..");
  await generateClient(root);
  if (!isBuilt(root)) await build(root);
}
