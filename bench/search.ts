import { missedPlaces, randomRequest } from "@/test/random-request";

/**
 * `npm run bench:search`: whether the search for switching values misses an interval, on 1,000 random models with one random input each, beside a
 * search of 4,097 points. It ends with status 1 where it misses one that is wider than a 64th of the domain.
 */

const models = 1000;
const points = 4097;

let [missed, intervals] = [0, 0];
const times = { search: 0, everywhere: 0 };
for (let seed = 0; seed < models; seed++) {
  const found = missedPlaces(randomRequest(`search/${seed}`), points);
  intervals += found.intervals;
  times.search += found.searched;
  times.everywhere += found.everywhere;
  for (const each of found.missed) {
    missed++;
    console.log(`missed, model ${seed}: ${JSON.stringify(each)}`);
  }
}
const each = (ms: number) => `${(ms / models).toFixed(1)} ms a model`;
console.log(`Node ${process.version} on ${process.platform} ${process.arch}, one thread`);
console.log(
  `${models} models, ${intervals} intervals wider than a 64th of their domain by ${points} points; ${missed} missed.`,
);
console.log(`Search ${each(times.search)}, ${points} points ${each(times.everywhere)}.`);
process.exitCode = missed === 0 ? 0 : 1;
