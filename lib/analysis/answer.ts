import type { Architecture } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ArchitectureResult, ModelResult } from "@/lib/model/result";
import { spoken, verb } from "@/lib/value/spoken";
import { differenceWords, reasonsOut } from "./comparing";
import { contendersOf } from "./lead";
import { verdictOf } from "./verdict/verdict";
import { verdictSentence } from "./verdict/verdict-words";

/**
 * The answer of the base run in sentences, where no trials say how sure it is (model.md section 11: by net present cost, eligible ones first).
 * The first is the verdict, and says that it is at the likeliest values.
 */
export function answerSentences(result: ModelResult, inputs: Inputs, currency: string): string[] {
  const { ranking, architectures } = result;
  const { first, further } = contendersOf(result);
  const verdict = verdictOf({ result, inputs, uncertainty: null });
  const sentences = [verdictSentence({ verdict, result, inputs, currency })];
  const others = further.map((name, i) => {
    const cost = differenceWords(architectures[name].netPresentCost, architectures[first].netPresentCost, currency);
    return `${i === 0 ? verb(name, "costs", "cost") : spoken[name].within} ${cost}`;
  });
  if (others.length > 0) sentences.push(`${others.join("; ")}.`);
  for (const name of ranking.filter((name) => !architectures[name].eligible)) {
    sentences.push(`${exclusion(name, architectures[name])}: ${reasonsOut(architectures[name], inputs).join("; ")}.`);
  }
  return sentences;
}

function exclusion(name: Architecture, result: ArchitectureResult): string {
  if (!result.permitted || !result.feasible) return verb(name, "is ruled out", "are ruled out");
  const misses = result.meetsAvailability || result.meetsAnnualLoss ? "the target" : "both targets";
  return verb(name, `misses ${misses}`, `miss ${misses}`);
}
