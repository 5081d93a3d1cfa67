"use client";

import { Button } from "@mantine/core";
import { type MouseEvent, useEffect, useState } from "react";
import styles from "./copy-button.module.css";
import { copyText } from "./copy-text";

interface CopyButtonProps {
  text: string;
  label?: string;
}

const displayTime = 4_000;

/** Copies a text, and says so; where the browser cannot, it says what to do instead. */
export function CopyButton({ text, label = "Copy" }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (outcome !== "copied") return;
    const timer = setTimeout(() => setOutcome(null), displayTime);
    return () => clearTimeout(timer);
  }, [outcome]);
  async function copy({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    const isCopied = await copyText(text, currentTarget.parentElement ?? document.body);
    setOutcome(isCopied ? "copied" : "failed");
  }
  return (
    <span className={styles.copy}>
      <Button variant="default" onClick={copy}>
        {outcome === "copied" ? "Copied" : label}
      </Button>
      <span role="status" className={styles.failed}>
        {outcome === "failed" ? "Your browser does not let this page copy. Select the text and copy it." : ""}
      </span>
    </span>
  );
}
