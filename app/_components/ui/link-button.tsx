"use client";

import { Button, type ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "@/app/_components/ui/link";

interface LinkButtonProps extends ButtonProps {
  href: string;
  children: ReactNode;
}

/** A link that looks like a button, and like one is of no use on paper; a separate component so that server pages can use it. */
export function LinkButton({ href, ...props }: LinkButtonProps) {
  return <Button component={Link} href={href} data-off-paper {...props} />;
}
