import { expect, it } from "vitest";
import type { ServiceMatch } from "@/lib/analysis/match-service-levels";
import type { Architecture } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";
import { matchedWords } from "./matched-words";

/** What is read of a result: its ranking, and the cost of each that is permitted; in brackets, one that misses a target. */
function resultOf(costs: Partial<Record<Architecture, number | [number]>>): ModelResult {
  const names = ["onPremises", "cloud", "hybrid", "peerToPeer"] as const;
  const each = names.map((name) => {
    const cost = costs[name] ?? [1000];
    const [netPresentCost, eligible] = typeof cost === "number" ? [cost, true] : [cost[0], false];
    return [name, { netPresentCost, eligible }] as const;
  });
  const ranking = each
    .toSorted(([, a], [, b]) => Number(b.eligible) - Number(a.eligible) || a.netPresentCost - b.netPresentCost)
    .map(([name]) => name);
  return { ranking, architectures: Object.fromEntries(each) } as unknown as ModelResult;
}

const matched = (costs: Parameters<typeof resultOf>[0]) =>
  ({ result: resultOf(costs) }) as Partial<ServiceMatch> as ServiceMatch;
const now = resultOf({ cloud: 100, onPremises: 120 });

it("says who would lead with service levels matched, and by how much of the next one's cost", () => {
  // 100 - 90 = 10 of 100.
  expect(matchedWords(now, matched({ onPremises: 90, cloud: 100 }))).toBe(
    "With service levels matched, own servers would lead by 10\u00a0%.",
  );
  expect(matchedWords(now, matched({ onPremises: 99.5, cloud: 100 }))).toBe(
    "With service levels matched, own servers would lead by less than 1 %.",
  );
});

it("says nothing where the leader stays, none would meet the targets, or it is not known yet", () => {
  expect(matchedWords(now, matched({ cloud: 90, onPremises: 100 }))).toBeNull();
  expect(matchedWords(now, matched({ onPremises: [90], cloud: [100] }))).toBeNull();
  expect(matchedWords(now, null)).toBeNull();
  expect(matchedWords(now, undefined)).toBeNull();
});
