/**
 * How long a piece of work keeps everything else waiting at its longest, in milliseconds of processor time: wall time would count
 * whatever else a busy machine does. Between two turns of the event loop nothing else is answered.
 */
export async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOver = false;
  let last = process.cpuUsage();
  const look = () => {
    const { user, system } = process.cpuUsage(last);
    longest = Math.max(longest, (user + system) / 1_000);
    last = process.cpuUsage();
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
