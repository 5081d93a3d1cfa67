"use client";

import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { afterFirstAnswers, firstIsIn, waitForFirst } from "./first-answers";
import { type Asked, type Replied, settling } from "./messages";
import { holdWhileDrawing, join, leave } from "./while-drawing";

interface Newest<Question> {
  readonly run: number;
  readonly question: Question;
}

/**
 * Asks a worker the newest question a moment after it has settled, and hands on the replies to that question alone.
 *
 * @param create makes the worker; always the same function
 * @param question by reference: a new object is a new question
 * @param take a reply and the very question that it answers; always the same function
 * @param isEager whether the worker itself waits with what is long. Then it is asked at once, but for the first
 *   question: the page is still being loaded. The others wait for its first answer
 * @returns whether the browser cannot run it; it is tried again with the next question, and once there is a connection
 */
export function useWorker<Question extends object, Reply>(
  create: () => Worker,
  question: Question,
  take: (reply: Reply, of: Question) => void,
  isEager = false,
): boolean {
  const worker = useRef<Worker | null>(null);
  const last = useRef<Newest<Question> | null>(null);
  const [hasFailed, setFailed] = useState(false);

  const start = useCallback((): Worker => {
    if (worker.current !== null) return worker.current;
    const created = create();
    created.addEventListener("message", ({ data: { run, reply } }: MessageEvent<Replied<Reply>>) => {
      setFailed(false);
      const of = last.current;
      // An answer changes much of the page: drawn in one go it would hold up a key.
      if (of?.run !== run) return;
      firstIsIn(last);
      holdWhileDrawing();
      startTransition(() => take(reply, of.question));
    });
    created.addEventListener("error", (event) => {
      // Without a connection its script cannot be fetched.
      event.preventDefault();
      created.terminate();
      leave(created);
      worker.current = null;
      firstIsIn(last);
      setFailed(true);
    });
    worker.current = created;
    join(created);
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
      if (worker.current !== null) leave(worker.current);
      worker.current = null;
      firstIsIn(last);
    };
  }, [start]);

  useEffect(() => {
    const asked: Newest<Question> = { run: (last.current?.run ?? 0) + 1, question };
    const ask = () => start().postMessage(asked satisfies Asked<Question>);
    const isFirst = last.current === null;
    last.current = asked;
    if (isEager && !isFirst) {
      waitForFirst(last);
      return ask();
    }
    // What it works on is stale: the processor is free for what this key asks elsewhere.
    worker.current?.postMessage({ run: asked.run, question: null } satisfies Asked<Question>);
    let leaveOut = () => {};
    const timer = setTimeout(() => {
      leaveOut = afterFirstAnswers(ask);
    }, settling);
    return () => {
      clearTimeout(timer);
      leaveOut();
    };
  }, [question, start, isEager]);

  return hasFailed;
}
