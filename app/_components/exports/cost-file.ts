import { defaultViewSettings, type ViewSettings, viewSettingsText } from "@/lib/analysis/view-settings";

/**
 * A file of costs as a page shows them: what it holds, and what its address says; null for any other file.
 *
 * @param hasToday whether something runs today that savings can be against
 */
export function costFile(
  name: string,
  { by, against: asked }: Pick<ViewSettings, "by" | "against">,
  hasToday: boolean,
): { holds: string; parameters: string } | null {
  if (name !== "years.csv" && name !== "projection.csv") return null;
  const against = hasToday ? asked : defaultViewSettings.against;
  const isFiscal = name === "years.csv" && by === "fiscalYear";
  const span = name === "projection.csv" ? "month" : isFiscal ? "fiscal year" : "year";
  return {
    holds: `${against === "today" ? "savings" : "cost"} by ${span}`,
    parameters: viewSettingsText({ ...defaultViewSettings, against, ...(isFiscal && { by }) }),
  };
}
