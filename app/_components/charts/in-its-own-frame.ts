import { isPrinting } from "@/app/_components/ui/printing";

const waiting: (() => void)[] = [];
let isRunning = false;

function next() {
  const work = waiting.shift();
  if (work === undefined) {
    isRunning = false;
    return;
  }
  try {
    work();
  } finally {
    later();
  }
}

/** Resolves after the next paint. A hidden page has no frames, but is still read. */
function later() {
  if (document.hidden) setTimeout(next);
  else requestAnimationFrame(() => setTimeout(next));
}

/**
 * Does one piece of work a frame, in the order in which they came, each after the frame's paint: figures that follow a key
 * are not held up by charts.
 *
 * @returns what takes it back
 */
export function inItsOwnFrame(work: () => void): () => void {
  // Nothing is drawn between the announcement that the browser prints and the print.
  if (isPrinting()) {
    work();
    return () => {};
  }
  waiting.push(work);
  if (!isRunning) {
    isRunning = true;
    later();
  }
  return () => {
    const place = waiting.indexOf(work);
    if (place >= 0) waiting.splice(place, 1);
  };
}
