import { sweep } from "@/scripts/database/sweep.mjs";
import { databaseUrls } from "./database-urls";

/** A sweep that looks at no decisions. @returns how many models, organisations and accounts were removed for good */
export async function removedBySweep(): Promise<number | undefined> {
  return (await sweep(databaseUrls().ownerUrl, async () => 0))?.removed;
}
