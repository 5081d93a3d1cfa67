import {
  againstSentence,
  goingOnWords,
  paybackInShort,
  paybackRange,
  savedBetween,
  savedInShort,
} from "@/lib/analysis/against-today/against-words";
import { savingsOf } from "@/lib/analysis/against-today/savings";
import { ofHundred } from "@/lib/analysis/verdict/chance";
import { verdictOf } from "@/lib/analysis/verdict/verdict";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { costsOf } from "@/lib/model/pay/pay";
import { todayOf } from "@/lib/model/today-of";
import { formatShort, nothing } from "@/lib/value/format";
import { horizonChart } from "../../charts/horizon-chart";
import { savingsChart } from "../../charts/savings-chart";
import type { Block } from "../blocks";
import type { ReportedModel } from "../reported-model";

/** Whether moving pays, in words, for the first page; nothing where nothing runs today. */
export function movingBlocks(model: ReportedModel): Block[] {
  const { result, inputs, currency, uncertainty, turning } = model;
  const today = todayOf(inputs);
  if (today === null) return [];
  const verdict = verdictOf({ result, inputs, uncertainty, turners: turning.length });
  return [{ kind: "words", text: againstSentence({ verdict, result, inputs, currency, today, uncertainty }) }];
}

/** The others against going on as now: what each saves, and its charts; nothing where nothing runs today. */
export function againstTodayBlocks(model: ReportedModel): Block[] {
  const { inputs, currency, uncertainty, isPayPooled } = model;
  const today = todayOf(inputs);
  if (today === null) return [];
  const result = costsOf(model.result, isPayPooled);
  const [best = today] = result.ranking.filter((name) => name !== today);
  return [
    { kind: "heading", text: "Against today" },
    ...goingOnWords(model.result, inputs, today, currency).map((text): Block => ({ kind: "words", text })),
    savingsTable(model, today),
    { kind: "chart", chart: savingsChart({ result, currency, today, of: [best], uncertainty }), plotHeight: 175 },
    { kind: "chart", chart: horizonChart(result, currency, isPayPooled, today), plotHeight: 175 },
  ];
}

function savingsTable({ result, inputs, currency, uncertainty }: ReportedModel, today: Architecture): Block {
  return {
    kind: "table",
    summary: "The architectures against going on as now, by rank",
    corner: currency,
    columns: [
      "Net present",
      "10 to 90 of 100 trials",
      "Saves, of 100 trials",
      "Pays back",
      "Most spent ahead",
      "Cash in all",
    ].map((title) => ({ title })),
    rows: savingsOf(result, today, uncertainty)
      .filter(({ architecture }) => architecture !== today)
      .map(({ architecture, isEligible, netPresent, cash, payback, ahead, doubt }) => ({
        head: `${architectureNames[architecture]}${isEligible ? "" : ", excluded"}`,
        cells: [
          savedInShort(netPresent),
          doubt === null ? nothing : savedBetween(doubt.p10, doubt.p90),
          doubt === null ? nothing : ofHundred(doubt.saves),
          `${paybackInShort(payback, inputs.horizonMonths)}${doubt === null ? "" : `; ${paybackRange(doubt)}`}`,
          ahead === null ? nothing : formatShort(ahead.amount),
          savedInShort(cash),
        ],
      })),
  };
}
