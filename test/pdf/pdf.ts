import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { ReportFonts } from "@/lib/export/report/pdf/sheet";
import { ensureCommand } from "@/scripts/testing/ensure-command.mjs";

const run = promisify(execFile);

/** PDFs read back by poppler, which is another's work. Where it is missing and cannot be had, tests say so by failing. */
export interface PdfReader {
  readonly fonts: ReportFonts;
  /** Writes bytes to a file of their own. */
  file(bytes: Uint8Array): Promise<string>;
  /** What one of poppler's commands says of a file. */
  ask(command: "pdftotext" | "pdfinfo" | "pdffonts", ...options: string[]): Promise<string>;
  /** The text, all of its white space single spaces. */
  flat(file: string): Promise<string>;
  close(): Promise<void>;
}

export async function pdfReader(): Promise<PdfReader> {
  await ensureCommand("pdftotext");
  const folder = await mkdtemp(path.join(tmpdir(), "peerbalance-pdf-"));
  const font = (file: string) => readFile(path.join("node_modules/@expo-google-fonts/roboto", file));
  let count = 0;
  const ask: PdfReader["ask"] = async (command, ...options) => (await run(command, options)).stdout;
  return {
    fonts: {
      regular: await font("400Regular/Roboto_400Regular.ttf"),
      bold: await font("600SemiBold/Roboto_600SemiBold.ttf"),
    },
    async file(bytes) {
      const file = path.join(folder, `${count++}.pdf`);
      await writeFile(file, bytes);
      return file;
    },
    ask,
    flat: async (file) => (await ask("pdftotext", "-layout", file, "-")).replace(/\s+/g, " "),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
