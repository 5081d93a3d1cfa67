import type { Held } from "./messages";

/** The workers of this page. */
const workers = new Set<Worker>();
/** How many answers are being drawn. */
let drawing = 0;

export function join(worker: Worker): void {
  workers.add(worker);
}

export function leave(worker: Worker): void {
  workers.delete(worker);
}

function tell(isHeld: boolean): void {
  for (const worker of workers) worker.postMessage({ isHeld } satisfies Held);
}

function hold(): void {
  drawing += 1;
  if (drawing === 1) tell(true);
}

/** Once the next frame is drawn: the first call begins it, the second comes after it. */
function goOnAfterFrame(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      drawing -= 1;
      if (drawing === 0) tell(false);
    }),
  );
}

/**
 * Has all workers of the page wait until what follows has been worked out and drawn. Where there are as many workers as
 * processors, the page gets half of one beside them, so that a frame takes twice its time, and keys wait for it.
 */
export function holdWhileDrawing(): void {
  hold();
  whenIdle(goOnAfterFrame);
}

/** The same, where what is drawn has been worked out: for its frame alone. */
export function holdForFrame(): void {
  hold();
  goOnAfterFrame();
}

/** Once the page has nothing to do: what is drawn has been worked out. Safari has no such call. */
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 200 });
  else setTimeout(work, 50);
}
