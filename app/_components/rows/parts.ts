import type { RowsPart } from "@/lib/routes";

/** The pages of rows, as their links and titles name them. */
export const partTitles: Record<RowsPart, string> = {
  machines: "Machines",
  lines: "Equipment, staff and own lines",
  participants: "Participants",
  "cloud-bill": "Cloud bill",
};
