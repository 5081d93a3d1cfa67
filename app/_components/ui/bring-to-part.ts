/** How long to wait for a part of the page to be drawn and hydrated, ms. */
const patience = 3_000;

/**
 * Brings a part of the page into view once it is drawn, and focuses its control once that is enabled: fields wait for
 * hydration.
 *
 * @param find the part, if it is there by now
 * @returns stops waiting
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
