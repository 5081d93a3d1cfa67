import type { Follow } from "@/lib/live/events";
import { type News, pulse } from "./browser-stream";
import { type Following, followModel } from "./follow-model";

/** A hidden window stops following after this time, ms: its person is away. */
const hiddenFor = 10_000;

interface Listening {
  hear: (news: News) => void;
  /** Called where the window stops following: for good, or while nobody looks at it. */
  onClose?: () => void;
}

/**
 * Follows something on the server for as long as the window is looked at.
 *
 * @param request what is followed from which revision on, asked each time that it begins anew
 * @returns what stops it for good
 */
export function followWhileVisible(
  personId: string,
  request: () => Follow,
  { hear, onClose = () => {} }: Listening,
): () => void {
  let following: Following | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const hearWhileOn = (news: News) => {
    if (!isOver) hear(news);
  };
  function open() {
    clearTimeout(timer);
    if (isOver || document.visibilityState === "hidden") return;
    if (following !== null) following.renew(request().known, false);
    else following = followModel(personId, request(), hearWhileOn);
  }
  function close() {
    clearTimeout(timer);
    following?.leave();
    following = null;
    onClose();
  }
  function look() {
    clearTimeout(timer);
    if (document.visibilityState === "hidden") timer = setTimeout(close, hiddenFor);
    else open();
  }
  open();
  const living = setInterval(() => following?.renew(request().known, true), pulse);
  document.addEventListener("visibilitychange", look);
  window.addEventListener("online", open);
  // The person may have signed in again in another window.
  window.addEventListener("focus", open);
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", open);
  return () => {
    if (isOver) return;
    isOver = true;
    clearInterval(living);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("online", open);
    window.removeEventListener("focus", open);
    window.removeEventListener("pagehide", close);
    window.removeEventListener("pageshow", open);
    close();
  };
}
