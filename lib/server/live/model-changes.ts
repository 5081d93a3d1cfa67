import "server-only";
import pg from "pg";
import { z } from "zod";
import { env } from "@/lib/server/runtime/env";
import { logger } from "@/lib/server/runtime/logger";
import { answers, listenToModels } from "./sql";

/** What happened to a model: it was saved, archived or deleted, its shares, scenarios, comments or criteria changed, people came or went, or its organisation stated other figures. */
export type ModelChange = "model" | "access" | "scenarios" | "comments" | "decision" | "people" | "figures";

interface Subscriber {
  onChange: (change: ModelChange) => void;
  /** Nothing more will be told: the connection is gone, or the server stops. */
  onEnd: () => void;
}

interface Listening {
  client: Promise<pg.Client> | null;
  /** By the id of a model or an organisation. */
  subscribers: Map<string, Set<Subscriber>>;
}

/** Kept over the reloads of a development server, as the pool of prisma.ts is. */
const kept = globalThis as typeof globalThis & { peerbalanceListening?: Listening };

const payloadSchema = z.union([
  z.object({ model: z.uuid(), what: z.enum(["model", "access", "scenarios", "comments", "decision", "people"]) }),
  z.object({ organisation: z.uuid(), what: z.literal("figures") }),
]);

/** How often it is asked whether the connection still lives, ms. A network that swallows packets closes nothing. */
const pulse = 20_000;

/**
 * Tells of every change of some models and organisations, whichever server it was made on, until it is unsubscribed or `onEnd` is called.
 * One connection of its own listens for the whole process: those of a pool change hands.
 *
 * @returns what unsubscribes
 * @throws where the database cannot be reached
 */
export async function subscribe(ids: readonly string[], subscriber: Subscriber): Promise<() => void> {
  const listening = listeningOf();
  const leave = ids.map((id) => {
    const ofOne = listening.subscribers.get(id) ?? new Set();
    listening.subscribers.set(id, ofOne.add(subscriber));
    return () => {
      ofOne.delete(subscriber);
      if (ofOne.size === 0 && listening.subscribers.get(id) === ofOne) listening.subscribers.delete(id);
    };
  });
  const unsubscribe = () => {
    for (const one of leave) one();
  };
  try {
    listening.client ??= connect(listening);
    await listening.client;
  } catch (error) {
    unsubscribe();
    throw error;
  }
  return unsubscribe;
}

/** Ends all subscriptions and the connection; for a stop, and for tests that end. */
export async function closeListening(): Promise<void> {
  const listening = listeningOf();
  const client = listening.client;
  endAll(listening);
  await (await client?.catch(() => null))?.end();
}

function listeningOf(): Listening {
  if (kept.peerbalanceListening === undefined) {
    kept.peerbalanceListening = { client: null, subscribers: new Map() };
    // Streams have no end of their own, and a stop would wait for them.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void closeListening());
  }
  return kept.peerbalanceListening;
}

async function connect(listening: Listening): Promise<pg.Client> {
  const { DATABASE_LISTEN_URL, DATABASE_APP_URL } = env();
  const client = new pg.Client({
    connectionString: DATABASE_LISTEN_URL ?? DATABASE_APP_URL,
    keepAlive: true,
    connectionTimeoutMillis: pulse / 2,
    query_timeout: pulse / 2,
  });
  const end = (error?: Error) => {
    clearInterval(timer);
    if (error) logger.warn({ err: error }, "the connection that listens was lost");
    endAll(listening);
    client.end().catch(() => {});
  };
  client.on("error", end);
  client.on("end", () => end());
  client.on("notification", ({ payload = "" }) => tell(listening, payload));
  const timer = setInterval(() => answers(client).catch(end), pulse);
  timer.unref();
  try {
    await client.connect();
    await listenToModels(client);
  } catch (error) {
    end();
    throw error;
  }
  return client;
}

/** Closes every stream, so that browsers come back and find a new connection. */
function endAll(listening: Listening): void {
  listening.client = null;
  const all = new Set([...listening.subscribers.values()].flatMap((ofOne) => [...ofOne]));
  listening.subscribers.clear();
  for (const { onEnd } of all) onEnd();
}

function tell(listening: Listening, payload: string): void {
  const change = payloadSchema.safeParse(parse(payload));
  if (!change.success) return;
  const { data } = change;
  const id = "model" in data ? data.model : data.organisation;
  for (const { onChange } of listening.subscribers.get(id) ?? []) onChange(data.what);
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
