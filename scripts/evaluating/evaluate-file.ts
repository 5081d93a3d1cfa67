import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { finish } from "@/lib/analysis/steps";
import { uncertainty } from "@/lib/analysis/uncertainty/uncertainty";
import { uncertaintyRequest } from "@/lib/draft/uncertainty/uncertainty-request";
import { documentOf } from "@/lib/export/document-json";
import { checkModelFile } from "@/lib/import/model-file";
import { readJson } from "@/lib/import/read-json";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import { refusalFault } from "@/lib/model/refusal";
import { type Outcome, refused } from "@/lib/outcome";

type Evaluated = Outcome<{ document: unknown }>;

const atFault = (message: string): Evaluated => refused("file", message);

async function bytesOf(name: string, standardInput: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (name !== "-") {
    // npm runs scripts in the project's folder; the name is meant from where it was typed.
    return readFile(resolve(process.env.INIT_CWD ?? ".", name));
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of standardInput) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const usage =
  "Name one file: npm run --silent evaluate -- FILE.json [--trials 10000] [--seed 7] (- is standard input).";

/** What was asked for behind the command, or null where that is not understood. */
function readArguments(args: readonly string[]): { name: string; asked: Record<string, number> } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { trials: { type: "string" }, seed: { type: "string" } },
      allowPositionals: true,
    });
    const [name] = positionals;
    if (name === undefined || positionals.length > 1) return null;
    return { name, asked: Object.fromEntries(Object.entries(values).map(([key, text]) => [key, Number(text || "?")])) };
  } catch {
    return null;
  }
}

/** What the command answers. @param args behind its name @param standardInput read where a file is named "-" */
export async function evaluateFile(
  args: readonly string[],
  standardInput: AsyncIterable<Uint8Array>,
): Promise<Evaluated> {
  const named = readArguments(args);
  if (named === null) return atFault(usage);
  const { name, asked } = named;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await bytesOf(name, standardInput));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return atFault(`There is no file "${name}".`);
    return atFault(`"${name}" cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const read = readJson(text);
  if (!read.ok) return read;
  const checked = checkModelFile(read.value, asked);
  const faults = [...read.repeated, ...(checked.ok ? [] : checked.faults)];
  if (!checked.ok || faults.length > 0) return { ok: false, faults };
  const { figures } = checked;
  const evaluated = tryEvaluate(completeInputs(figures.inputs, 1), figures);
  if (!evaluated.ok) return { ok: false, faults: [refusalFault(evaluated)] };
  const document = documentOf(evaluated.result);
  if (!figures.asksForTrials) return { ok: true, document };
  const tried = finish(uncertainty(uncertaintyRequest(figures)));
  return tried.ok ? { ok: true, document: { ...document, uncertainty: tried.document } } : tried;
}
