import {
  againstSentence,
  goingOnWords,
  paybackInShort,
  paybackRange,
  savedBetween,
  savedInShort,
} from "@/lib/analysis/against-today/against-words";
import { movingTo } from "@/lib/analysis/against-today/moving";
import { movingFlips } from "@/lib/analysis/against-today/moving-flips";
import { savingsOf } from "@/lib/analysis/against-today/savings";
import { ofHundred } from "@/lib/analysis/verdict/chance";
import { verdictOf } from "@/lib/analysis/verdict/verdict";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { costsOf } from "@/lib/model/pay/pay";
import { todayOf } from "@/lib/model/today-of";
import { formatShort, nothing } from "@/lib/value/format";
import { savingDotChart } from "../../charts/dot-chart";
import { savingsRangeChart } from "../../charts/doubt-charts";
import { horizonChart } from "../../charts/horizon-chart";
import { savingsChart } from "../../charts/savings-chart";
import type { Block } from "../blocks";
import type { ReportedModel } from "../reported-model";

/** What sentences against going on as now are made of; null where nothing runs today. */
function given({ result, inputs, currency, uncertainty, singles }: ReportedModel) {
  const today = todayOf(inputs);
  const verdict = verdictOf({ result, inputs, uncertainty, turners: singles?.turning.length ?? null });
  return today === null ? null : { result, inputs, currency, uncertainty, verdict, today };
}

/** Whether moving pays, in words, for the first page; nothing where nothing runs today. */
export function movingBlocks(model: ReportedModel): Block[] {
  const of = given(model);
  return of === null ? [] : [{ kind: "words", text: againstSentence(of) }];
}

/** The others against going on as now: what each saves, and its charts; nothing where nothing runs today. */
export function againstTodayBlocks(model: ReportedModel): Block[] {
  const of = given(model);
  if (of === null) return [];
  const { currency, today, uncertainty, verdict } = of;
  const result = costsOf(model.result, model.isPayPooled);
  const others = result.ranking.filter((name) => name !== today);
  const to = movingTo(model.result, today, uncertainty, verdict);
  const drawn = to === null ? others : [to];
  return [
    { kind: "heading", text: "Against today" },
    ...goingOnWords(of).map((text): Block => ({ kind: "words", text })),
    savingsTable(model, today),
    { kind: "list", items: flipItems(model, to) },
    { kind: "chart", chart: savingsChart({ result, currency, today, of: drawn, uncertainty }), plotHeight: 175 },
    { kind: "chart", chart: horizonChart(result, currency, model.isPayPooled, today), plotHeight: 175 },
    {
      kind: "chart",
      chart: savingsRangeChart(savingsOf(model.result, today, uncertainty), today, currency),
    },
    ...(to === null
      ? []
      : [{ kind: "chart" as const, chart: savingDotChart(to, today, model.dots.saved[to] ?? [], currency) }]),
  ];
}

/** What would make going on as now the better choice, or no longer. */
function flipItems({ singles, currency, hidden }: ReportedModel, to: Architecture | null): string[] {
  const flips = movingFlips(singles ?? { turning: [], againstToday: {} }, to, currency, hidden).map(
    ({ words }) => `The answer changes with ${words}`,
  );
  return flips.length === 0 ? ["No single input within its range changes whether moving pays."] : flips;
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
      "Pays back; 10 to 90 of 100 trials",
      "Most spent ahead",
      "Total cash",
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
