import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { holdForFrame, holdWhileDrawing, join, leave } from "./while-drawing";

/** What waits for the page to be idle, and for its next frame. */
let idle: (() => void)[] = [];
let frames: (() => void)[] = [];

beforeEach(() => {
  [idle, frames] = [[], []];
  const requestIdleCallback = (work: () => void) => idle.push(work);
  vi.stubGlobal("window", { requestIdleCallback });
  vi.stubGlobal("requestIdleCallback", requestIdleCallback);
  vi.stubGlobal("requestAnimationFrame", (work: () => void) => frames.push(work));
});
afterEach(() => vi.unstubAllGlobals());

const becomeIdle = () => idle.splice(0).forEach((work) => void work());
const drawFrame = () => frames.splice(0).forEach((work) => void work());

function joined() {
  const told: unknown[] = [];
  const worker = { postMessage: (message: unknown) => told.push(message) } as unknown as Worker;
  join(worker);
  return { told, worker };
}

it("has workers wait until what has come is worked out and drawn", () => {
  const { told, worker } = joined();
  holdWhileDrawing();
  expect(told).toEqual([{ isHeld: true }]);
  becomeIdle();
  drawFrame();
  expect(told).toEqual([{ isHeld: true }]);
  drawFrame();
  expect(told).toEqual([{ isHeld: true }, { isHeld: false }]);
  leave(worker);
});

it("lets them go on once the last of several answers is drawn, and tells nothing to one that has ended", () => {
  const [{ told, worker }, ended] = [joined(), joined()];
  leave(ended.worker);
  holdWhileDrawing();
  becomeIdle();
  drawFrame();
  holdWhileDrawing();
  drawFrame();
  expect(told).toEqual([{ isHeld: true }]);
  becomeIdle();
  drawFrame();
  drawFrame();
  expect(told).toEqual([{ isHeld: true }, { isHeld: false }]);
  expect(ended.told).toEqual([]);
  leave(worker);
});

it("has workers wait for one frame, where all of it has been worked out", () => {
  const { told, worker } = joined();
  holdForFrame();
  drawFrame();
  expect(told).toEqual([{ isHeld: true }]);
  drawFrame();
  expect(told).toEqual([{ isHeld: true }, { isHeld: false }]);
  expect(idle).toEqual([]);
  leave(worker);
});
