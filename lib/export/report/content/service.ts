import { serviceWords } from "@/lib/analysis/comparing";
import { worstDowntime } from "@/lib/analysis/verdict/targets";
import { architectureNames } from "@/lib/model/architectures";
import { formatAvailability, formatDowntime, formatShort, formatYearlyChance } from "@/lib/value/format";
import type { ReportPart } from "../blocks";
import type { ReportedModel } from "../reported-model";

/** What each architecture achieves, each figure against its target; and energy and carbon beside it. */
export function servicePart({ result, inputs }: ReportedModel): ReportPart {
  const down = 1 - inputs.targetAvailability;
  return {
    title: "Service level",
    blocks: [
      {
        kind: "table",
        summary: "Availability and loss of each architecture against the targets",
        corner: "",
        columns: [
          { title: "Availability, worst month" },
          { title: "Downtime at that rate" },
          { title: "Yearly loss of a given object" },
          { title: "Verdict", isWords: true },
        ],
        rows: [
          {
            head: "Target",
            cells: [formatAvailability(down), formatDowntime(down), formatYearlyChance(inputs.targetAnnualLoss), ""],
          },
          ...result.ranking.map((name) => {
            const one = result.architectures[name];
            const worst = worstDowntime(result, name);
            return {
              head: architectureNames[name],
              cells: [
                formatAvailability(worst, down),
                formatDowntime(worst),
                formatYearlyChance(one.annualLoss, inputs.targetAnnualLoss),
                serviceWords(one, inputs),
              ],
            };
          }),
        ],
      },
      { kind: "heading", text: "Carbon over the horizon, kg CO₂e" },
      {
        kind: "table",
        summary: "Carbon of each architecture over the horizon",
        corner: "",
        columns: [{ title: "Organisation" }, { title: "Participants" }],
        rows: result.ranking.map((name) => {
          const { carbonKg, participantCarbonKg } = result.architectures[name];
          return { head: architectureNames[name], cells: [formatShort(carbonKg), formatShort(participantCarbonKg)] };
        }),
      },
    ],
  };
}
