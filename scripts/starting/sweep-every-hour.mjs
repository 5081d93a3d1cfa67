import { sweep } from "../database/sweep.mjs";
import { explain } from "../support/explain.mjs";
import { errorLine, infoLine } from "./log-lines.mjs";

const hour = 60 * 60 * 1000;

/**
 * Sweeps now and every hour, each time with one line in the log. What fails is tried again an hour later.
 *
 * @param {object} options
 * @param {string} options.ownerUrl
 * @param {() => Promise<number>} options.lookAtDecisions
 * @param {() => boolean} options.isEnding
 */
export function sweepEveryHour({ ownerUrl, lookAtDecisions, isEnding }) {
  const run = () =>
    sweep(ownerUrl, lookAtDecisions).then(
      (swept) => swept && console.log(infoLine("swept", swept)),
      (error) => isEnding() || console.error(errorLine(`The sweep failed: ${explain(error)}`)),
    );
  run();
  setInterval(run, hour).unref();
}
