import { type Outcome, refused } from "@/lib/outcome";

/** The parts of a report, in their order, and what they hold. */
export const reportParts = {
  answer: "Answer",
  charts: "Charts",
  years: "Costs by year",
  service: "Service level",
  scenarios: "Scenarios",
  inputs: "Inputs that differ",
  method: "Method and limits",
} as const;

export type ReportPartKey = keyof typeof reportParts;
export const reportPartKeys = Object.keys(reportParts) as ReportPartKey[];

export const papers = { a4: "A4", letter: "Letter" } as const;
export type Paper = keyof typeof papers;

/** Which report is asked for. */
export interface ReportChoice {
  readonly parts: readonly ReportPartKey[];
  readonly paper: Paper;
}

/** The choice in an address, `?parts=answer,charts&paper=letter` or `?parts=answer&parts=charts`: all on A4 where it says nothing. */
export function readReportChoice(parameters: URLSearchParams): Outcome<{ choice: ReportChoice }> {
  const paper = parameters.get("paper") ?? "a4";
  if (!Object.hasOwn(papers, paper))
    return refused(
      "paper",
      `There is no paper “${paper.slice(0, 40)}”. It is one of ${Object.keys(papers).join(", ")}.`,
    );
  const given = parameters.getAll("parts").flatMap((text) => text.split(","));
  const asked: readonly string[] = given.length === 0 ? reportPartKeys : given;
  const unknown = asked.find((part) => !Object.hasOwn(reportParts, part));
  if (unknown !== undefined)
    return refused("parts", `There is no part “${unknown.slice(0, 40)}”. Parts are ${reportPartKeys.join(", ")}.`);
  // In their own order, whatever order they are asked in.
  return { ok: true, choice: { parts: reportPartKeys.filter((part) => asked.includes(part)), paper: paper as Paper } };
}
