import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { KeySet, PublishedKey } from "@/lib/decision/signing";
import { verifyRecord } from "@/lib/decision/verify";

/**
 * `npm run --silent verify -- record.json` tells whether the record of a decision is as its installation wrote it. Keys are a file or an
 * address (`--keys`); without, they are asked of the address that the record names, which is printed: look whether it is the right one.
 */

const keysPath = "/.well-known/peerbalance-keys.json";
const usage =
  "Name one file: npm run --silent verify -- record.json [--keys keys.json, or https://…/.well-known/peerbalance-keys.json]";
// npm runs scripts in the project's folder; the name is meant from where it was typed.
const read = (name: string) => readFile(resolve(process.env.INIT_CWD ?? ".", name));

class Trouble extends Error {}

function readArguments(): { name: string; keys: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ options: { keys: { type: "string" } }, allowPositionals: true });
    const [name] = positionals;
    if (name !== undefined && positionals.length === 1) return { name, keys: values.keys };
  } catch {
    // Said below.
  }
  throw new Trouble(usage);
}

/** The address that a record says it comes from; its signature has yet to bear it out. */
function addressIn(file: Uint8Array): string {
  try {
    return new URL(keysPath, JSON.parse(new TextDecoder().decode(file)).document.product.address).href;
  } catch {
    throw new Trouble("The file names no address to ask for keys: it is damaged, or no record. Name them with --keys.");
  }
}

async function keysOf(from: string): Promise<readonly PublishedKey[]> {
  try {
    const text = /^https?:/.test(from) ? await (await fetch(from)).text() : new TextDecoder().decode(await read(from));
    const { keys } = JSON.parse(text) as KeySet;
    if (!Array.isArray(keys)) throw new Error("it lists no keys");
    return keys;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Trouble(
      `The keys at ${from} cannot be read: ${why}. Save them from the installation, and name the file with --keys.`,
    );
  }
}

async function verify(): Promise<void> {
  const { name, keys } = readArguments();
  const file = await read(name).catch(() => {
    throw new Trouble(`There is no file "${name}" that can be read.`);
  });
  const from = keys ?? addressIn(file);
  const outcome = await verifyRecord(file, await keysOf(from));
  if (!outcome.ok) throw new Trouble(outcome.faults.map(({ message }) => message).join("\n"));
  const { document, digest, standing } = outcome.record;
  console.log(
    `${name} is as it was written: decision ${document.number} on ${document.model.name}, ${standing.state}.`,
  );
  console.log(`SHA-256 ${digest}, signed with key ${outcome.signedBy.kid} of ${from}.`);
  for (const { person, answer, at } of standing.answers) console.log(`${person.name} ${answer} it, ${at}.`);
}

try {
  await verify();
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
