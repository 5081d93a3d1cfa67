import "server-only";
import { recordFile } from "@/lib/decision/record-file";
import type { ViewAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import { recordedDecision } from "@/lib/server/decisions/get-decision";
import { presentSigningKey } from "@/lib/server/decisions/signing-keys";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { attachment } from "./attachment";
import type { Reader } from "./model-csv";

/** The file of a record, as a download: its document as it was signed, and where it stands, signed now. */
export async function recordDownload(
  access: ViewAccess,
  number: string,
  origin: RequestOrigin,
  refuse: Reader["refuse"],
): Promise<Response> {
  const { user, modelId } = access;
  if (!(await isWithinLimit("record-export", user.id, { points: 60, seconds: 60 }))) {
    return refuse(429, "You have downloaded 60 records within a minute. Wait a minute, then try again.");
  }
  const recorded = /^[1-9]\d{0,8}$/.test(number) ? await recordedDecision(access, Number(number)) : null;
  if (recorded === null) return refuse(404, "Not found, or not shared with you.");
  const file = await recordFile(recorded, await presentSigningKey());
  await inScope(access.scope, (tx) =>
    recordEvent(tx, access, origin, {
      action: "decision.exported",
      subjectType: "model",
      subjectId: modelId,
      detail: { number: Number(number) },
    }),
  );
  return new Response(file, {
    headers: {
      "content-type": "application/json",
      "content-disposition": attachment("", `decision-${number}.json`),
      "cache-control": "private, no-store",
    },
  });
}
