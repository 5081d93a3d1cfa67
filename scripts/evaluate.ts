import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { documentOf } from "@/lib/export/document-json";
import { checkModelFile } from "@/lib/import/model-file";
import { readJson } from "@/lib/import/read-json";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import { refusalFault } from "@/lib/model/refusal";
import type { Outcome } from "@/lib/outcome";

/** `npm run --silent evaluate -- FILE.json` prints the result of a model; `-` reads it from standard input. */

type Evaluated = Outcome<{ document: unknown }>;

const atFault = (message: string): Evaluated => ({ ok: false, faults: [{ key: "file", message }] });

async function bytesOf(name: string): Promise<Uint8Array> {
  if (name !== "-") {
    // npm runs scripts in the project's folder; the name is meant from where it was typed.
    return readFile(resolve(process.env.INIT_CWD ?? ".", name));
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

async function evaluateFile(names: readonly string[]): Promise<Evaluated> {
  const [name] = names;
  if (name === undefined || names.length > 1) {
    return atFault("Name one file: npm run --silent evaluate -- FILE.json (- is standard input).");
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await bytesOf(name));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return atFault(`There is no file "${name}".`);
    return atFault(`"${name}" cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const read = readJson(text);
  if (!read.ok) return read;
  const checked = checkModelFile(read.value);
  const faults = [...read.repeated, ...(checked.ok ? [] : checked.faults)];
  if (!checked.ok || faults.length > 0) return { ok: false, faults };
  const evaluated = tryEvaluate(completeInputs(checked.file.inputs, 1), checked.file.customLines);
  if (!evaluated.ok) return { ok: false, faults: [refusalFault(evaluated)] };
  return { ok: true, document: documentOf(evaluated.result) };
}

// Anyone who reads may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
const outcome = await evaluateFile(process.argv.slice(2));
process.exitCode = outcome.ok ? 0 : 2;
process.stdout.write(`${JSON.stringify(outcome.ok ? outcome.document : { errors: outcome.faults })}\n`);
