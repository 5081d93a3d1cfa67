import { useState } from "react";
import type { AssumptionSort } from "@/lib/analysis/view-settings";
import type { Assumption } from "./assumptions";
import { type AssumptionFacts, inOrder, isSortKnown, sortedKeys } from "./sorted-assumptions";

/** Assumptions in the order of a sort, taken when it is asked for, or once its figures are in: no row moves while one types. */
export function useOrder(all: readonly Assumption[], sort: AssumptionSort, facts: AssumptionFacts) {
  const isKnown = isSortKnown(sort, facts);
  const [order, setOrder] = useState(() => ({ sort, isKnown, keys: sortedKeys(all, sort, facts) }));
  if (order.sort !== sort || (isKnown && !order.isKnown)) {
    setOrder({ sort, isKnown, keys: sortedKeys(all, sort, facts) });
  }
  return (shown: readonly Assumption[]) => inOrder(shown, order.keys);
}
