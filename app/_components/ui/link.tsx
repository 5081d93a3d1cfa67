"use client";

import NextLink from "next/link";
import { type ComponentProps, type MouseEventHandler, useState } from "react";

interface LinkProps extends Omit<ComponentProps<"a">, "onClick" | "onTouchStart"> {
  href: string;
  onClick?: MouseEventHandler<HTMLAnchorElement>;
}

/**
 * A link within the site, which asks for its page beforehand when it is pointed at or reached by keyboard. Next.js
 * asks for every link in view: some thirty requests for one opened model, each with its session and its proof of access.
 */
function LinkInBrowser({ onMouseEnter, onFocus, ...props }: LinkProps) {
  const [isNear, setIsNear] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={isNear ? null : false}
      onMouseEnter={(event) => {
        setIsNear(true);
        onMouseEnter?.(event);
      }}
      onFocus={(event) => {
        setIsNear(true);
        onFocus?.(event);
      }}
    />
  );
}

/** The element that Next.js makes of it. All else that its component prepares is for a browser, and a list has forty of them. */
function LinkOnServer({ href, ...props }: LinkProps) {
  return <a {...props} href={href} />;
}

export const Link = typeof window === "undefined" ? LinkOnServer : LinkInBrowser;
