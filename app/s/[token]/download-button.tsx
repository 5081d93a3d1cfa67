"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";

/** A link to a file that looks like a button; a separate component so that server pages can use it. */
export function DownloadButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button component="a" href={href} download variant="default" size="xs">
      {children}
    </Button>
  );
}
