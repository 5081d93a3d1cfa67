import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ensureCommand } from "@/scripts/testing/ensure-command.mjs";

const run = promisify(execFile);

/** A value as qpdf writes it: names have a slash, texts "u:", references are "8 0 R". */
export type PdfValue = string | number | boolean | null | PdfValue[] | { [key: string]: PdfValue };
export type PdfDict = { [key: string]: PdfValue };

/** A PDF taken apart by qpdf, which is another's work. */
export interface PdfObjects {
  readonly root: PdfDict;
  readonly pages: readonly { readonly of: PdfDict; readonly content: string }[];
  /** What a value or a reference stands for. */
  of(value: PdfValue | undefined): PdfValue;
  dict(value: PdfValue | undefined): PdfDict;
  list(value: PdfValue | undefined): PdfValue[];
  /** What a stream holds, a letter a byte. */
  stream(value: PdfValue | undefined): string;
}

interface Json {
  pages: { object: string; contents: string[] }[];
  qpdf: [unknown, Record<string, { value?: PdfValue; stream?: { dict: PdfDict; data: string } }>];
}

/** @returns null where there is no qpdf, and none can be had */
export async function pdfObjects(file: string): Promise<PdfObjects | null> {
  const qpdf = await ensureCommand("qpdf");
  if (qpdf === null) return null;
  const asked = ["--json", "--json-stream-data=inline", "--decode-level=generalized", file];
  const { stdout } = await run(qpdf, asked, { maxBuffer: 256 * 1024 * 1024 });
  const {
    pages,
    qpdf: [, objects],
  } = JSON.parse(stdout) as Json;
  const found = (reference: PdfValue | undefined) =>
    typeof reference === "string" && / \d+ R$/.test(reference) ? objects[`obj:${reference}`] : undefined;
  const of = (value: PdfValue | undefined): PdfValue => {
    const object = found(value);
    return object === undefined ? (value ?? null) : (object.value ?? object.stream?.dict ?? null);
  };
  const dict = (value: PdfValue | undefined) => {
    const held = of(value);
    return held !== null && typeof held === "object" && !Array.isArray(held) ? held : {};
  };
  const list = (value: PdfValue | undefined) => {
    const held = of(value);
    return Array.isArray(held) ? held : held === null ? [] : [held];
  };
  const stream = (reference: PdfValue | undefined) =>
    Buffer.from(found(reference)?.stream?.data ?? "", "base64").toString("latin1");
  return {
    root: dict(dict(objects.trailer?.value)["/Root"]),
    pages: pages.map(({ object, contents }) => ({ of: dict(object), content: contents.map(stream).join("\n") })),
    ...{ of, dict, list, stream },
  };
}
