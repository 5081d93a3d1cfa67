"use client";

import { lazy, Suspense, useState } from "react";
import { useComments } from "./comments-context";

const CommentsDrawer = lazy(() => import("./comments-drawer").then((module) => ({ default: module.CommentsDrawer })));

/** The drawer of comments, whose code comes with the first question for it: most visits open none. */
export function CommentsBeside() {
  const isAsked = (useComments()?.asked ?? null) !== null;
  const [wasAsked, setAsked] = useState(false);
  if (isAsked && !wasAsked) setAsked(true);
  if (!wasAsked) return null;
  return (
    <Suspense>
      <CommentsDrawer />
    </Suspense>
  );
}
