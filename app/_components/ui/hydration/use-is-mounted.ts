"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => {};

/** False on the server and while the page is taken over, then true: for what only the browser knows, such as its clock. */
export function useIsMounted(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
