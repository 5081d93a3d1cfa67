"use client";

import type { ReactNode } from "react";
import { type Look, WrittenLink } from "./menu/written-button";

interface LinkButtonProps extends Pick<Look, "variant">, Partial<Pick<Look, "size">> {
  href: string;
  "aria-current"?: "page" | undefined;
  children: ReactNode;
}

/** A link that looks like a button, and like one is of no use on paper; a separate component so that server pages can use it. */
export function LinkButton({ variant, size = "sm", ...props }: LinkButtonProps) {
  return <WrittenLink look={{ variant, size }} data-off-paper {...props} />;
}
