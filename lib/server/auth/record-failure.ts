import "server-only";
import { createHash } from "node:crypto";
import { after } from "next/server";
import { unsafeRecordFailedSignIn } from "@/lib/server/auth/sql";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { logger } from "@/lib/server/runtime/logger";
import type { RequestOrigin } from "@/lib/server/runtime/request";

/** "confirmation": someone who is signed in was asked once more who they are. */
export type FailedWay = "password" | "second step" | "confirmation";

/**
 * Writes a failed sign-in to the audit logs of the account's organisations, after the answer was sent: the time taken tells nobody
 * whether there is such an account. Thirty a quarter of an hour for an account are kept, so that nobody can fill a log.
 */
export function recordFailure(email: string, origin: RequestOrigin, way: FailedWay): void {
  after(async () => {
    try {
      const key = createHash("sha256").update(email).digest("base64url");
      if (!(await isWithinLimit("failure-log", key, { points: 30, seconds: 15 * 60 }))) return;
      await unsafeRecordFailedSignIn(email, origin.address, way);
    } catch (error) {
      logger.error({ requestId: origin.requestId, err: error }, "a failed sign-in could not be recorded");
    }
  });
}
