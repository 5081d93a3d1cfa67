import { evaluateFile } from "./evaluating/evaluate-file";

/**
 * `npm run --silent evaluate -- FILE.json` prints the result of a model; `-` reads it from standard input. Where `--trials` and `--seed`, or
 * parts of the file, ask for trials, its uncertainty too.
 */

// Anyone who reads may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
const outcome = await evaluateFile(process.argv.slice(2), process.stdin);
process.exitCode = outcome.ok ? 0 : 2;
process.stdout.write(`${JSON.stringify(outcome.ok ? outcome.document : { errors: outcome.faults })}\n`);
