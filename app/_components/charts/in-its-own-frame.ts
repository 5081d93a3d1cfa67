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

/** A page that is not seen has no frames, but is printed and read all the same. */
function later() {
  if (document.hidden) setTimeout(next);
  else requestAnimationFrame(next);
}

/** Does one piece of work a frame, in the order in which they came. @returns what takes it back */
export function inItsOwnFrame(work: () => void): () => void {
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
