import "server-only";
import { type Outcome, refused } from "@/lib/outcome";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type Scope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import { type Actor, type AuditedEvent, recordEvent } from "./record-event";

interface RecordedChange {
  change: (tx: ScopedTransaction) => Promise<{ count: number }>;
  event: AuditedEvent;
  /** What the person reads where there was nothing left to change. */
  gone: string;
}

/** Makes one change and writes it to the audit log, in one transaction; refused where it changes nothing. */
export function recordedChange(
  access: Actor & { scope: Scope },
  origin: RequestOrigin,
  { change, event, gone }: RecordedChange,
): Promise<Outcome> {
  return inScope(access.scope, async (tx): Promise<Outcome> => {
    const { count } = await change(tx);
    if (count === 0) return refused("form", gone);
    await recordEvent(tx, access, origin, event);
    return { ok: true };
  });
}
