import "server-only";
import { liveEvents, rightsOf } from "@/lib/schemas/live";
import { authorizeModel, type SessionUser, type ViewAccess } from "@/lib/server/access";
import { isSessionOpen } from "@/lib/server/auth/sessions";
import { logger } from "@/lib/server/logger";
import { loadModel } from "@/lib/server/models/get-model";
import { loadScenarios } from "@/lib/server/scenarios/get-scenarios";
import { type ModelChange, subscribe } from "./model-changes";
import { enterModel, leaveModel, listPeople, stayOnModel } from "./presence";

/** How often a stream proves anew that its person may read on, where nothing happens meanwhile, ms. */
const heartbeat = 15_000;

const encoder = new TextEncoder();

/**
 * What happens to a model, as server-sent events, for as long as the person may see it: its session and their access are proven anew
 * before each event, and at each heartbeat. Ends where either is lost, or where the connection that listens dies; browsers then come back.
 *
 * @param follows the revision that the page shows: what is older or the same is not sent; and whether it shows scenarios
 * @throws where the database cannot be reached
 */
export async function modelStream(
  user: SessionUser,
  opened: ViewAccess,
  follows: { known: number; scenarios: boolean },
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let isOver = false;
  let shown = follows.known;
  let shownRights: string | null = null;
  let shownRate: number | null = null;
  let presence: string | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let unsubscribe = () => {};
  /** What was told and not yet sent; many changes in a row are one. */
  const waiting = new Set<ModelChange | "beat">();
  let isSending = false;

  function write(text: string): void {
    if (!isOver) controller?.enqueue(encoder.encode(text));
  }
  const send = (event: keyof typeof liveEvents, data: unknown) =>
    write(`event: ${liveEvents[event]}\ndata: ${JSON.stringify(data)}\n\n`);

  function end(): void {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    unsubscribe();
    signal.removeEventListener("abort", end);
    try {
      controller?.close();
    } catch {
      // Cancelled by the reader, which is as good.
    }
    if (presence !== null) leaveModel(opened, presence).catch(logFault);
  }

  async function prove(): Promise<ViewAccess | "gone" | "signedOut"> {
    if (!(await isSessionOpen(user))) return "signedOut";
    const access = await authorizeModel(user, opened.modelId, "view");
    return access === null || access === "refused" ? "gone" : access;
  }

  async function answer(changes: Set<ModelChange | "beat">): Promise<void> {
    const access = await prove();
    if (access === "gone" || access === "signedOut") {
      send(access, null);
      end();
      return;
    }
    if (changes.has("beat")) {
      write(": still here\n\n");
      if (presence !== null) await stayOnModel(access, presence);
    }
    if (changes.has("model") || changes.has("access")) {
      const model = await loadModel(access);
      if (model !== null && model.revision > shown) {
        shown = model.revision;
        send("model", model);
      }
      const rights = model && rightsOf(model);
      if (rights !== null && JSON.stringify(rights) !== shownRights) {
        shownRights = JSON.stringify(rights);
        send("rights", rights);
      }
      // The figures of scenarios are in its currency.
      if (model !== null && model.currencyRate !== shownRate) changes.add("scenarios");
    }
    if (changes.has("comments")) send("comments", null);
    if (changes.has("people")) send("people", await listPeople(access));
    if (follows.scenarios && changes.has("scenarios")) {
      const loaded = await loadScenarios(access);
      if (loaded !== null) {
        shownRate = loaded.model.currencyRate;
        send("scenarios", loaded.scenarios);
      }
    }
  }

  async function tell(change: ModelChange | "beat"): Promise<void> {
    waiting.add(change);
    if (isSending) return;
    isSending = true;
    try {
      while (waiting.size > 0 && !isOver) {
        const changes = new Set(waiting);
        waiting.clear();
        await answer(changes);
      }
    } catch (error) {
      logFault(error);
      end();
    } finally {
      isSending = false;
    }
  }

  unsubscribe = await subscribe(opened.modelId, { onChange: (change) => void tell(change), onEnd: end });
  return new ReadableStream({
    async start(given) {
      controller = given;
      if (signal.aborted) return end();
      signal.addEventListener("abort", end);
      write("retry: 1000\n\n");
      timer = setInterval(() => void tell("beat"), heartbeat);
      try {
        presence = await enterModel(opened);
        if (isOver) await leaveModel(opened, presence);
      } catch (error) {
        logFault(error);
        return end();
      }
      // What happened between the page and now.
      void tell("model");
      void tell("people");
      void tell("scenarios");
    },
    cancel: end,
  });
}

function logFault(error: unknown): void {
  logger.warn({ err: error }, "a stream of events failed");
}
