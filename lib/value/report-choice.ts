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

/** The paper in an address, `?paper=letter`: A4 where it says nothing. */
export function readPaper(parameters: URLSearchParams): Outcome<{ paper: Paper }> {
  const paper = parameters.get("paper") ?? "a4";
  if (Object.hasOwn(papers, paper)) return { ok: true, paper: paper as Paper };
  const known = Object.keys(papers).join(", ");
  return refused("paper", `There is no paper “${paper.slice(0, 40)}”. It is one of ${known}.`);
}

/** The choice in an address, `?parts=answer,charts&paper=letter` or `?parts=answer&parts=charts`: all on A4 where it says nothing. */
export function readReportChoice(parameters: URLSearchParams): Outcome<{ choice: ReportChoice }> {
  const paper = readPaper(parameters);
  if (!paper.ok) return paper;
  const given = parameters.getAll("parts").flatMap((text) => text.split(","));
  const asked: readonly string[] = given.length === 0 ? reportPartKeys : given;
  const unknown = asked.find((part) => !Object.hasOwn(reportParts, part));
  if (unknown !== undefined)
    return refused("parts", `There is no part “${unknown.slice(0, 40)}”. Parts are ${reportPartKeys.join(", ")}.`);
  // In their own order, whatever order they are asked in.
  return { ok: true, choice: { parts: reportPartKeys.filter((part) => asked.includes(part)), paper: paper.paper } };
}
