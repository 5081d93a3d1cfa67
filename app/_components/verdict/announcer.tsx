"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import styles from "./verdict-head.module.css";

interface AnnouncerProps {
  /** The figures that the sentence is of: new ones are announced once. */
  of: object;
  sentence: string;
  /** Whether the sentence says all that it will say of these figures. */
  isReady: boolean;
}

/** How long typing must have ended, ms. */
const settled = 1000;

/** Says a changed answer to people who cannot see it: once, a second after typing has ended. */
export function Announcer({ of, sentence, isReady }: AnnouncerProps) {
  const [words, setWords] = useState("");
  /** The answer of the figures that the page came with is read with the page. */
  const said = useRef({ of, sentence });
  const say = useEffectEvent(() => {
    const isNews = said.current.of !== of && said.current.sentence !== sentence;
    said.current = { of, sentence };
    if (isNews) setWords(sentence);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: new figures begin the wait anew.
  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(say, settled);
    return () => clearTimeout(timer);
  }, [of, isReady]);
  return (
    <p className={styles.unseen} aria-live="polite">
      {words}
    </p>
  );
}
