"use client";

import { Anchor, Button } from "@mantine/core";
import { type ReactNode, useSyncExternalStore } from "react";
import { keptFigures, onKeptFigures } from "@/app/_components/tried/kept-figures";
import { Link } from "@/app/_components/ui/link";
import { routes } from "@/lib/routes";

interface SignUpLinkProps {
  looks: "button" | "anchor" | "plain";
  children: ReactNode;
}

/** Leads to signing up; where this tab has tried figures, they become the first model. */
export function SignUpLink({ looks, children }: SignUpLinkProps) {
  const hasFigures = useSyncExternalStore(
    onKeptFigures,
    () => keptFigures() !== null,
    () => false,
  );
  const href = hasFigures ? routes.signUpToKeep : routes.signUp;
  if (looks === "plain") return <Link href={href}>{children}</Link>;
  if (looks === "anchor") return <Anchor href={href}>{children}</Anchor>;
  return (
    <Button component={Link} href={href} variant="default">
      {children}
    </Button>
  );
}
