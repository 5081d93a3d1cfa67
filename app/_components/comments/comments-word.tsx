"use client";

import { useComments } from "./comments-context";

/** "Comments", with how many threads are open. */
export function CommentsWord() {
  const open = useComments()?.threads.filter(({ resolved }) => resolved === null).length ?? 0;
  return open === 0 ? "Comments" : `Comments (${open})`;
}
