import { defaultViewSettings, type ViewSettings, viewSettingsText } from "@/lib/analysis/view-settings";

/** A file of costs as a page shows them: what it holds, and what its address says; null for any other file. */
export function costFile(
  name: string,
  { by, against }: Pick<ViewSettings, "by" | "against">,
): { holds: string; parameters: string } | null {
  if (name !== "years.csv" && name !== "projection.csv") return null;
  const isFiscal = name === "years.csv" && by === "fiscalYear";
  const span = name === "projection.csv" ? "month" : isFiscal ? "fiscal year" : "year";
  return {
    holds: `${against === "today" ? "savings" : "cost"} by ${span}`,
    parameters: viewSettingsText({ ...defaultViewSettings, against, ...(isFiscal && { by }) }),
  };
}
