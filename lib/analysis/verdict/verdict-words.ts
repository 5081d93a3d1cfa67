import type { Architecture } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { wordList } from "@/lib/text/word-list";
import { formatMoney } from "@/lib/value/format";
import { spoken, verb } from "@/lib/value/spoken";
import { differenceWords, reasonsOut, spanOf } from "../comparing";
import { inTrials, ofHundredInWords } from "./chance";
import { nameOfDrawnInSentence } from "./drawn-name";
import type { Target } from "./targets";
import type { Verdict } from "./verdict";

interface Given {
  readonly verdict: Verdict;
  readonly result: ModelResult;
  readonly inputs: Inputs;
  readonly currency: string;
}

export const targetWords: Record<Target, string> = {
  availability: "the availability you ask for",
  annualLoss: "the chance of loss you accept",
  participation: "the participants they need",
};

/** The answer in one sentence that is no surer than its figures. */
export function verdictSentence(given: Given): string {
  const { verdict, result, inputs, currency } = given;
  const cost = (name: Architecture) => formatMoney(result.architectures[name].netPresentCost, currency);
  switch (verdict.kind) {
    case "none": {
      const { nearest, met } = verdict;
      const lacks = reasonsOut(result.architectures[nearest], inputs).join("; ");
      const chance = met === null || met === 0 ? "" : ` In ${inTrials(met)} one does.`;
      return `None of the four meets your targets. ${verb(nearest, "comes", "come")} nearest: ${lacks}.${chance}`;
    }
    case "targets": {
      const { first, costsLeast, misses, target, decidedBy, cheaper } = verdict;
      if (cheaper.length > 0) return cheaperWords(verdict);
      const decides = decidedBy === null ? "" : `: what decides is ${nameOfDrawnInSentence(decidedBy)}`;
      const miss = spoken[first].isPlural ? "miss" : "misses";
      return `${verb(first, "costs", "cost")} least in ${inTrials(costsLeast)}, but ${miss} ${targetWords[target]} in ${ofHundredInWords(misses)}${decides}.`;
    }
    case "close": {
      const { pair, chances, none } = verdict;
      const [one, other] = pair.map((name) => `${spoken[name].within} (${cost(name)})`);
      const opening = `Too close to call between ${one} and ${other}`;
      if (chances === null) return `${opening}.`;
      const [more, less] = chances;
      const rest = none >= 0.1 ? `; in ${ofHundredInWords(none)} none meets your targets` : "";
      return `${opening}: cheapest in ${ofHundredInWords(more)} and ${inTrials(less)}${rest}.`;
    }
    case "clear":
    case "leaning": {
      const { first, second, chances } = verdict;
      const [chance, other] = chances;
      const probably = verdict.kind === "leaning" ? "probably " : "";
      const rival =
        verdict.kind === "leaning" && second !== null ? `, ${spoken[second].within} in ${ofHundredInWords(other)}` : "";
      return `${verb(first, "is", "are")} ${probably}cheapest: ${amounts(first, given)}; in ${inTrials(chance)}${rival}.`;
    }
    case "base": {
      const { first, mayTurn } = verdict;
      if (mayTurn === null) {
        return `At the likeliest values ${spoken[first].within} ${spoken[first].isPlural ? "are" : "is"} cheapest: ${amounts(first, given)}.`;
      }
      return `${verb(first, "is", "are")} ${mayTurn ? "probably " : ""}cheapest: ${amounts(first, given)}.`;
    }
  }
}

/** Where others cost less and miss the targets too often: what costs least of the rest would else sound as if it did of all. */
function cheaperWords({ first, costsLeast, misses, cheaper }: Extract<Verdict, { kind: "targets" }>): string {
  const each = cheaper.map(({ misses }) => ofHundredInWords(misses));
  const areEqual = cheaper.length > 1 && new Set(each).size === 1;
  const often = areEqual ? `${each[0]} of 100 trials each` : `${wordList(each)} of 100 trials`;
  const isPlural = cheaper.length > 1 || cheaper.some(({ name }) => spoken[name].isPlural);
  const [cost, miss] = isPlural ? ["cost", "miss"] : ["costs", "misses"];
  const rest = `${spoken[first].within} ${spoken[first].isPlural ? "cost" : "costs"} least in ${ofHundredInWords(costsLeast)}`;
  return `${namesOf(cheaper)} usually ${cost} less, but ${miss} your targets in ${often}. Of the rest ${rest}, and ${spoken[first].isPlural ? "miss" : "misses"} them in ${ofHundredInWords(misses)}.`;
}

/** As the subject of a sentence. */
function namesOf(some: readonly { readonly name: Architecture }[]): string {
  return wordList(some.map(({ name }, i) => (i === 0 ? spoken[name].subject : spoken[name].within)));
}

/** "4.21 M USD over 5 years, 17 % less than the cloud", of the base run. */
function amounts(first: Architecture, { result, inputs, currency }: Given): string {
  const { architectures, ranking } = result;
  const worth = `${formatMoney(architectures[first].netPresentCost, currency)} over ${spanOf(inputs.horizonMonths)}`;
  const rival = ranking.find((name) => name !== first && architectures[name].eligible);
  if (rival === undefined) return `${worth}, the only one to meet your targets`;
  const [own, others] = [architectures[first].netPresentCost, architectures[rival].netPresentCost];
  return `${worth}, ${differenceWords(own, others, currency)} than ${spoken[rival].within}`;
}

/** The verdict in a few words, for a card: how clear it is, and who it names. */
export function verdictInShort(verdict: Verdict): string {
  switch (verdict.kind) {
    case "none":
      return "None meets the targets";
    case "targets": {
      const { within, isPlural } = spoken[verdict.first];
      const [cheaper] = verdict.cheaper;
      if (cheaper) return `Targets in doubt: ${spoken[cheaper.name].within} or ${within}`;
      return `Targets in doubt: ${within} ${isPlural ? "cost" : "costs"} least`;
    }
    case "close":
      return `Too close to call: ${verdict.pair.map((name) => spoken[name].within).join(" or ")}`;
    case "clear":
    case "leaning": {
      const word = verdict.kind === "clear" ? "Clear" : "Leaning";
      return `${word}: ${spoken[verdict.first].within}, in ${inTrials(verdict.chances[0])}`;
    }
    case "base":
      return `At the likeliest values: ${spoken[verdict.first].within}`;
  }
}
