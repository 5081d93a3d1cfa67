import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { ensureCommand } from "@/scripts/testing/ensure-command.mjs";
import { readWorkbook, type Values } from "./read-workbook";

/** LibreOffice without a window, which works out every formula of what it opens and keeps no cached value. */
export interface Spreadsheet {
  /** The values of workbooks, by name, worked out anew in one run of the program. */
  readonly recalculate: (files: Readonly<Record<string, Uint8Array>>) => Promise<(name: string) => Values>;
  readonly close: () => void;
}

/** OOXMLRecalcMode 0: always, whatever the file says of its cached values. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** @returns null where there is none on this machine, and none can be had */
export async function findSpreadsheet(): Promise<Spreadsheet | null> {
  const program = await ensureCommand("soffice");
  if (program === null) return null;
  const folder = mkdtempSync(path.join(tmpdir(), "peerbalance-workbook-"));
  const profile = path.join(folder, "profile");
  mkdirSync(path.join(profile, "user"), { recursive: true });
  writeFileSync(path.join(profile, "user", "registrymodifications.xcu"), settings);
  let run = 0;
  return {
    recalculate: async (files) => {
      const [from, to] = [`in-${run}`, `out-${run++}`].map((name) => path.join(folder, name)) as [string, string];
      mkdirSync(from);
      const names = Object.keys(files);
      for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(from, `${name}.xlsx`), bytes);
      const inputs = names.map((name) => path.join(from, `${name}.xlsx`));
      const options = [`-env:UserInstallation=file://${profile}`, "--headless", "--convert-to", "xlsx", "--outdir", to];
      await promisify(execFile)(program, [...options, ...inputs], { timeout: 600_000 });
      return (name) => readWorkbook(readFileSync(path.join(to, `${name}.xlsx`)));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
