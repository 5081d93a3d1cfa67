import "./check-node.mjs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { endInWords, explain } from "./support/explain.mjs";

/** `node scripts/run.mjs FILE …` runs a command of this project, TypeScript or not. What goes wrong is one line, and exit code 1. */
endInWords();
process.argv.splice(1, 1);
const file = path.resolve(process.argv[1] ?? "");
try {
  if (file.endsWith(".ts")) (await import("tsx/esm/api")).register();
  await import(pathToFileURL(file).href);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
