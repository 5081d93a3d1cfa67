"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Asked, Replied } from "./messages";

/** A pause in typing, ms: it is not worth restarting at every key. */
const settling = 200;

/**
 * Asks a worker the newest question a moment after it has settled, and hands on the replies to that question alone.
 *
 * @param create makes the worker; always the same function
 * @param question by reference: a new object is a new question
 * @param take a reply and the very question that it answers; always the same function
 * @returns whether the browser cannot run it; it is tried again with the next question, and once there is a connection
 */
export function useWorker<Question extends object, Reply>(
  create: () => Worker,
  question: Question,
  take: (reply: Reply, of: Question) => void,
): boolean {
  const worker = useRef<Worker | null>(null);
  const last = useRef<Asked<Question> | null>(null);
  const [hasFailed, setFailed] = useState(false);

  const start = useCallback((): Worker => {
    if (worker.current !== null) return worker.current;
    const created = create();
    created.addEventListener("message", ({ data: { run, reply } }: MessageEvent<Replied<Reply>>) => {
      setFailed(false);
      if (last.current?.run === run) take(reply, last.current.question);
    });
    created.addEventListener("error", (event) => {
      // Without a connection its script cannot be fetched.
      event.preventDefault();
      created.terminate();
      worker.current = null;
      setFailed(true);
    });
    worker.current = created;
    return created;
  }, [create, take]);

  useEffect(() => {
    const again = () => {
      if (worker.current === null && last.current !== null) start().postMessage(last.current);
    };
    window.addEventListener("online", again);
    return () => {
      window.removeEventListener("online", again);
      worker.current?.terminate();
      worker.current = null;
    };
  }, [start]);

  useEffect(() => {
    const asked: Asked<Question> = { run: (last.current?.run ?? 0) + 1, question };
    last.current = asked;
    const timer = setTimeout(() => start().postMessage(asked), settling);
    return () => clearTimeout(timer);
  }, [question, start]);

  return hasFailed;
}
