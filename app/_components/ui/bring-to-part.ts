/** How long a part of the page may take to be drawn and to listen before it is no longer waited for, ms. */
const patience = 3_000;

/**
 * Brings a part of the page into view once it is drawn, and gives the focus to its control once that takes it: fields wait for the
 * page to listen.
 *
 * @param find the part, if it is there by now
 * @returns no longer waits for it
 */
export function bringToPart(find: () => HTMLElement | null | undefined): () => void {
  const since = performance.now();
  let inView: HTMLElement | undefined;
  let frame = requestAnimationFrame(function look(now: number) {
    const part = find() ?? undefined;
    if (part !== undefined && part !== inView) part.scrollIntoView({ block: "center" });
    inView = part;
    const control = part?.querySelector<HTMLElement>("input, select") ?? part?.querySelector<HTMLElement>("button");
    if (control !== undefined && control !== null && !control.matches(":disabled"))
      control.focus({ preventScroll: true });
    else if (now - since < patience) frame = requestAnimationFrame(look);
  });
  return () => cancelAnimationFrame(frame);
}
