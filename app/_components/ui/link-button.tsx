"use client";

import { Button, type ButtonProps } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";

interface LinkButtonProps extends ButtonProps {
  href: string;
  children: ReactNode;
}

/** A link that looks like a button; a component of its own so that pages of the server can use it. */
export function LinkButton({ href, ...props }: LinkButtonProps) {
  return <Button component={Link} href={href} {...props} />;
}
