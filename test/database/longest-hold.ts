/**
 * How long a piece of work keeps everything else waiting at its longest, in milliseconds: the time of the turn, or of the processor
 * where that is less, for a busy machine does something else in between, and other threads of the process hold nobody. Between two turns
 * of the event loop nothing else is answered.
 */
export async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOver = false;
  let last = startTurn();
  const look = () => {
    longest = Math.max(longest, last());
    last = startTurn();
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await new Promise((resolve) => setImmediate(resolve));
  longest = 0;
  await work();
  isOver = true;
  // The turn in which it ended counts too.
  await new Promise((resolve) => setImmediate(resolve));
  return longest;
}

function startTurn(): () => number {
  const [start, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(before);
    return Math.min(performance.now() - start, (user + system) / 1_000);
  };
}

/** Milliseconds that the fixed work took at best on two quiet processors of a small server, measured by itself. */
const usual = 50;
const rows = Array.from({ length: 30_000 }, (_, place) => ({
  place,
  name: `row ${place}`,
  amounts: [place / 7, place / 3],
}));

/** How many times as long as a quiet machine this one takes just now for a fixed piece of work; 1 at least. */
export function slowness(): number {
  const took = Array.from({ length: 3 }, () => {
    const over = startTurn();
    JSON.parse(JSON.stringify(rows));
    return over();
  });
  return Math.max(1, Math.min(...took) / usual);
}
