"use client";

import { lazy, Suspense, useState } from "react";
import { useComments } from "./comments-context";

const CommentsDrawer = lazy(() => import("./comments-drawer").then((module) => ({ default: module.CommentsDrawer })));

/** The drawer of comments. Its code loads on first use: most visits open none. */
export function CommentsBeside() {
  const isOpen = (useComments()?.subject ?? null) !== null;
  const [wasOpened, setOpened] = useState(false);
  if (isOpen && !wasOpened) setOpened(true);
  if (!wasOpened) return null;
  return (
    <Suspense>
      <CommentsDrawer />
    </Suspense>
  );
}
