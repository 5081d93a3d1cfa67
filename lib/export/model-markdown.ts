import { leftOut, type MethodEntry, methodSections } from "@/lib/analysis/method";
import { publishedTables, toPrintedDigits } from "@/lib/analysis/published-tables";
import { rangeTable } from "@/lib/analysis/range-table";
import { inputGroups } from "@/lib/model/inputs";
import { driverKeys, drivers } from "@/lib/model/ranges/drivers";
import { modelVersion } from "@/lib/model/version";
import { formatNumber } from "@/lib/value/format";

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const row = (...cells: string[]) => `| ${cells.map(cell).join(" | ")} |`;
const head = (...cells: string[]) => [row(...cells), row(...cells.map(() => "---"))];

function entryLines({ label, key, unit, source, words, symbols }: MethodEntry): string[] {
  return [`**${label}** (\`${key}\`, ${unit}; ${source})`, "", `- ${words}`, `- \`${symbols}\``, ""];
}

/** docs/model.md: the whole method, from the declarations. */
export function modelMarkdown(): string {
  const lines = [
    `# The model, version ${modelVersion}`,
    "",
    "Written by `npm run docs` from the declarations in lib/model; a test fails when it is stale. Change the declarations, not this file.",
    "",
    "Each quantity stands with its key, its unit and its source; then its formula by labels and by keys. A key alone is an input (at the end), a key with (today) an input of which the quantity of that name is the series.",
    "",
  ];
  for (const { number, title, paragraphs, groups } of methodSections()) {
    lines.push(`## ${number}. ${title}`, "");
    for (const paragraph of paragraphs) lines.push(paragraph, "");
    for (const group of groups) {
      if (groups.length > 1) lines.push(`### ${group.title}`, "");
      for (const entry of group.entries) lines.push(...entryLines(entry));
    }
  }
  lines.push("## 16. Published tables that the model reproduces", "");
  for (const { title, what, source, rows } of publishedTables()) {
    lines.push(`### ${title}`, "", `${what} ${source}`, "", ...head("Figure", "Unit", "In print", "Here"));
    for (const { label, unit, printed, here } of rows)
      lines.push(row(label, unit, formatNumber(printed), formatNumber(toPrintedDigits(here, printed))));
    lines.push("");
  }
  lines.push("## 17. What it leaves out", "");
  for (const { what, why } of leftOut) lines.push(`- **${what}**: ${why}`);
  lines.push("", "## 18. Inputs", "");
  for (const { title, inputs } of inputGroups) {
    lines.push(`### ${title}`, "", ...head("Input", "Key", "Unit", "Default", "Bounds", "Basis"));
    for (const input of inputs) {
      const bounds =
        input.format === "choice"
          ? input.choices.join(", ")
          : `${formatNumber(input.min)} to ${formatNumber(input.max)}`;
      const preset = input.format === "choice" ? input.default : formatNumber(input.default);
      lines.push(
        row(
          input.label,
          `\`${input.key}\``,
          input.format === "choice" ? "" : input.unit,
          preset,
          bounds,
          input.basis.text,
        ),
      );
    }
    lines.push("");
  }
  lines.push(
    "## 19. Ranges",
    "",
    "One time in ten the input is lower, one time in ten higher; the default is the median.",
    "",
  );
  for (const { title, rows } of rangeTable()) {
    lines.push(`### ${title}`, "", ...head("Input", "Default", "Range", "Scale", "Moves", "Grade", "Basis"));
    for (const { label, default: usual, range, scale, driver, grade, basis } of rows)
      lines.push(row(label, usual, range, scale, driver, grade, basis));
    lines.push("");
  }
  lines.push("## 20. What moves together", "", ...head("Cause", "Strength", "Why"));
  for (const key of driverKeys) lines.push(row(drivers[key].label, drivers[key].strength, drivers[key].why));
  return `${lines.join("\n").trimEnd()}\n`;
}
