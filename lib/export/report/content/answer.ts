import { spanOf } from "@/lib/analysis/comparing";
import { ofHundred } from "@/lib/analysis/verdict/chance";
import { comparisonRows, leastCostWords } from "@/lib/analysis/verdict/comparison";
import { nameOfDrawn } from "@/lib/analysis/verdict/drawn-name";
import { flipsOf } from "@/lib/analysis/verdict/flips";
import { measureFirst, measureWords } from "@/lib/analysis/verdict/measure-first";
import { type Verdict, verdictOf } from "@/lib/analysis/verdict/verdict";
import { verdictSentence } from "@/lib/analysis/verdict/verdict-words";
import { architectureNames } from "@/lib/model/architectures";
import { costsOf } from "@/lib/model/pay/pay";
import { formatMonth } from "@/lib/value/calendar";
import { counted } from "@/lib/value/counted";
import { decidedWords } from "@/lib/value/decided-words";
import {
  formatAvailability,
  formatPercent,
  formatShort,
  formatWhole,
  formatYearlyChance,
  nothing,
} from "@/lib/value/format";
import { verb } from "@/lib/value/spoken";
import { doubtWords, moneyWords } from "../../basis-words";
import { chanceChart } from "../../charts/chance-chart";
import { cumulativeCostChart } from "../../charts/cost-charts";
import { cumulativeBands } from "../../charts/difference-chart";
import { sumOf } from "../../periods";
import { type Block, cutText, type ReportPart } from "../blocks";
import type { ReportedModel } from "../reported-model";
import { movingBlocks } from "./against-today";

const longestDescription = 300;

/** The page that could stand alone: question, answer and how sure it is, cost over the years, who pays, what it rests on. */
export function answerPart(model: ReportedModel): ReportPart {
  const { result, inputs, currency, uncertainty, singles, startMonth, untouched, description } = model;
  const verdict = verdictOf({ result, inputs, uncertainty, turners: singles?.turning.length ?? null });
  const doubt = doubtWords({ uncertainty, untouched, verdict, result, currency });
  const question = `What does this service cost over ${spanOf(inputs.horizonMonths)} from ${formatMonth(startMonth)}: on own servers, in the cloud, as a hybrid, or peer to peer?`;
  return {
    title: "Answer",
    blocks: [
      { kind: "words", text: question, isQuiet: true },
      ...(description === "" ? [] : [{ kind: "words" as const, text: cutText(description, longestDescription) }]),
      { kind: "lead", text: verdictSentence({ verdict, result, inputs, currency }) },
      ...decidedBlocks(model),
      ...movingBlocks(model),
      { kind: "words", text: `${moneyWords(inputs, startMonth)}; ${doubt}.`, isQuiet: true },
      comparison(model),
      { kind: "words", text: leastCostWords, isQuiet: true },
      {
        kind: "chart",
        chart: {
          ...cumulativeCostChart({ result: costsOf(result, model.isPayPooled), currency }),
          bands: cumulativeBands(uncertainty, [uncertainty.base.ranking[0] ?? "cloud"]),
        },
        beside: chanceChart(result.ranking, uncertainty, currency),
        plotHeight: 80,
      },
      { kind: "heading", text: `Who pays, ${currency} over ${inputs.horizonMonths} months` },
      payers(model),
      { kind: "heading", text: "What it rests on" },
      { kind: "list", items: restsOn(model, verdict) },
    ],
  };
}

/** The decision that holds, and whether it is for what comes first now. */
function decidedBlocks({ decided, result: { ranking } }: ReportedModel): Block[] {
  if (decided === null) return [];
  const { number, title, architecture } = decided;
  const [first = "cloud"] = ranking;
  const now = architecture === first ? "" : ` ${verb(first, "comes", "come")} first now.`;
  return [{ kind: "words", text: `${decidedWords(decided)}. Decision ${number}, “${title}”.${now}` }];
}

const chance = (share: number | null | undefined) =>
  share === null || share === undefined ? nothing : ofHundred(share);

function comparison({ result, inputs, currency, uncertainty }: ReportedModel): Block {
  const down = 1 - inputs.targetAvailability;
  return {
    kind: "table",
    summary: "The architectures by rank: cost, range and chance to come first",
    corner: currency,
    columns: [
      { title: "Net present cost" },
      { title: "10 to 90 of 100 trials" },
      { title: "Costs least, of 100 trials" },
      { title: "Comes first, of 100 trials" },
      { title: "Total cash" },
      { title: "Availability" },
      { title: "Yearly loss" },
    ],
    rows: comparisonRows(result, inputs, uncertainty).map(({ architecture, isEligible, doubt, ...row }) => ({
      head: `${architectureNames[architecture]}${isEligible ? "" : ", excluded"}`,
      cells: [
        formatShort(row.netPresentCost),
        doubt === null ? nothing : `${formatShort(doubt.p10)} to ${formatShort(doubt.p90)}`,
        chance(doubt?.costsLeast),
        chance(doubt?.comesFirst),
        formatShort(row.cash),
        formatAvailability(row.downtime, down),
        formatYearlyChance(row.annualLoss, inputs.targetAnnualLoss),
      ],
    })),
  };
}

function payers({ result }: ReportedModel): Block {
  return {
    kind: "table",
    summary: "What the organisation pays, and what participants bear and are paid",
    corner: "",
    columns: ["Organisation pays", "Participants bear", "Participants are paid", "Share paid"].map((title) => ({
      title,
    })),
    rows: result.ranking.map((name) => {
      const one = result.architectures[name];
      return {
        head: architectureNames[name],
        cells: [
          formatWhole(one.total),
          formatWhole(sumOf(one.participantCost)),
          formatWhole(sumOf(one.participantPaid)),
          formatPercent(one.rewardSufficiency),
        ],
      };
    }),
  };
}

/** What would change the answer alone, and what is most worth knowing. */
function restsOn({ singles, currency, hidden, uncertainty }: ReportedModel, { kind }: Verdict): string[] {
  const flips = flipsOf(singles?.turning ?? [], currency, hidden).map(({ words }) => words);
  const by = kind === "targets" || kind === "none" ? "firstPlace" : "money";
  const isHidden = (keys: readonly string[]) => keys.some((key) => (hidden as readonly string[]).includes(key));
  const measures = measureFirst(uncertainty, by).map((one) => {
    const { key, group } = one;
    const name = group === undefined ? nameOfDrawn(key) : `${group.label} (${counted(group.members.length, "input")})`;
    const words = isHidden([key, ...(group?.members ?? [])]) ? "." : `, ${measureWords(one, by, currency)}`;
    return `${name}${words}`;
  });
  const known = measures.length === 0 ? [] : [`Worth knowing better: ${measures.join(" ")}`];
  const none = "No single input within its range changes who comes first.";
  return [...(flips.length === 0 ? [none] : flips.map((words) => `The answer changes with ${words}`)), ...known];
}
