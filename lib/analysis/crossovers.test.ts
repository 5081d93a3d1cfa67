import { expect, it } from "vitest";
import type { Architecture } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";
import { crossoversOf } from "./crossovers";

function resultOf(ranking: Architecture[], cash: Partial<Record<Architecture, number[]>>): ModelResult {
  const architectures = Object.fromEntries(
    Object.entries(cash).map(([name, total]) => [name, { views: { cash: { total } } }]),
  );
  return { ranking, architectures } as unknown as ModelResult;
}

it("tells when lines change places, and until when", () => {
  // Running totals. Own servers: 10, 11, 12, 13, 14. Cloud: 0, 8, 16, 17, 18. Peer to peer: 20, 20, 20, 20, 13.
  // Own servers fall below the cloud in month 2, for good. Peer to peer falls below both in month 4.
  const result = resultOf(["onPremises", "peerToPeer", "cloud"], {
    onPremises: [10, 1, 1, 1, 1],
    cloud: [0, 8, 8, 1, 1],
    peerToPeer: [20, 0, 0, 0, -7],
  });
  expect(crossoversOf(result)).toEqual([
    { month: 2, passer: "onPremises", passed: "cloud", until: null },
    { month: 4, passer: "peerToPeer", passed: "onPremises", until: null },
    { month: 4, passer: "peerToPeer", passed: "cloud", until: null },
  ]);
});

it("tells of a lead that is lost again", () => {
  // Running totals. Own servers: 10, 11, 12, 30. Cloud: 5, 12, 19, 20: below, then above in month 1, then below in month 3.
  const result = resultOf(["cloud", "onPremises"], { onPremises: [10, 1, 1, 18], cloud: [5, 7, 7, 1] });
  expect(crossoversOf(result)).toEqual([
    { month: 1, passer: "onPremises", passed: "cloud", until: 3 },
    { month: 3, passer: "cloud", passed: "onPremises", until: null },
  ]);
});

it("has nothing to tell of one, of a tie, or of a lead from the start", () => {
  expect(crossoversOf(resultOf(["cloud"], { cloud: [1, 2] }))).toEqual([]);
  expect(crossoversOf(resultOf(["cloud", "hybrid"], { cloud: [1, 2], hybrid: [1, 2] }))).toEqual([]);
  expect(crossoversOf(resultOf(["cloud", "hybrid"], { cloud: [1, 2], hybrid: [1, 3] }))).toEqual([]);
});
