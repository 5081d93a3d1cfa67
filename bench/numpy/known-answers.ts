import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../lib/model/oracles/", import.meta.url);

interface KnownAnswer {
  readonly name: string;
  readonly inputs: object;
  readonly lines: readonly object[];
  readonly expected: object;
}

/** What the numpy program knows nothing of: rows of machines, equipment, staff and kinds of participants. */
const rows = ["register", "equipmentLines", "staffLines", "participantKinds"];

/** Whole results that an independent evaluation of the model's words gave. @throws Error where none are found: nothing would be checked */
export function knownAnswers(): KnownAnswer[] {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const { inputs, customLines, expected, ...others } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
      if (!expected?.architectures || !Array.isArray(customLines) || rows.some((key) => key in others)) return [];
      return [{ name: file, inputs, lines: customLines, expected }];
    });
  if (found.length === 0) throw new Error("There are no known answers to check the numpy program by.");
  return found;
}
