import { leftOut } from "@/lib/analysis/method";
import { modelVersion } from "@/lib/model/version";
import { formatDay, formatMonth, monthName } from "@/lib/value/calendar";
import { formatNumber, formatPercent, formatWhole } from "@/lib/value/format";
import type { ReportPart } from "../blocks";
import type { ReportedModel } from "../reported-model";

/** How the figures come about, on a page, and what they do not say. */
export function methodPart(model: ReportedModel): ReportPart {
  const { currency, currencyRate, currencyRateDate, inputs, uncertainty, isPayPooled } = model;
  const rate =
    currencyRateDate === null
      ? `Amounts are in ${currency}.`
      : `Amounts are in ${currency}; defaults in US dollars are taken at ${formatNumber(currencyRate)} ${currency} to the dollar, the rate of ${formatDay(currencyRateDate)}.`;
  const formulas =
    model.modelVersion === modelVersion
      ? `Version ${modelVersion} of the formulas and defaults.`
      : `Version ${modelVersion} of the formulas, with the defaults of version ${model.modelVersion}.`;
  return {
    title: "Method and limits",
    blocks: [
      {
        kind: "list",
        items: [
          "The same demand is put to all four architectures, month by month from set-up to the horizon. Each must meet the same targets of availability and of loss; one that does not is excluded and stands last.",
          "Every cost belongs to one of twelve categories, and all architectures carry the same list. A zero is shown, never left out.",
          `Net present cost discounts cash to set-up at ${formatPercent(inputs.discountRate)} a year and credits in the last month a share of the book value of what was bought. Architectures are ranked by it.`,
          `Service from ${formatMonth(model.startMonth)}, ${formatWhole(inputs.horizonMonths)} months; the fiscal year begins in ${monthName(model.fiscalYearStart)}. ${rate}`,
          `${formatWhole(uncertainty.trials)} trials, seed ${uncertainty.seed}: each draws every uncertain input from its range, with what moves together drawn together, and works the whole model out. ${formatWhole(uncertainty.kept)} kept the rules between inputs.`,
          "Money is rounded where it is shown and nowhere before: half away from zero on the shortest decimal, as a spreadsheet's ROUND does.",
          `${formulas} All formulas, with sources, are on the page “Method” of Peerbalance.`,
        ],
      },
      ...(isPayPooled
        ? [
            {
              kind: "words" as const,
              text: "This report leaves out pay: inputs of pay are not shown, and what pay enters stands as one sum, “Staff and other”.",
            },
          ]
        : []),
      { kind: "heading", text: "What the model leaves out" },
      { kind: "list", items: leftOut.map(({ what, why }) => `${what}: ${why}`) },
      { kind: "heading", text: "This report" },
      {
        kind: "words",
        text: `Revision ${model.revision}, saved ${model.changedAt.slice(0, 16).replace("T", " ")} UTC. The digest of its figures is ${model.digest}: the same for the same figures, also in model.json.`,
      },
      { kind: "link", text: model.address, address: model.address },
    ],
  };
}
