import type { Quantity } from "@/lib/formula/node";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { type EvaluatedModel, seriesOf } from "@/lib/model/evaluate";
import type { CostsResult } from "@/lib/model/pay/pay";
import type { Calendar } from "@/lib/value/fiscal-year";
import { type Column, columnsOf, type Span } from "./columns";

/** What each architecture is made of that is not money, by the keys of its quantities. */
const builtOf: Record<Architecture, readonly string[]> = {
  onPremises: ["onPremises.servers", "onPremises.storageServers", "rawTB", "onPremises.operationsFTE"],
  cloud: ["cloud.rented", "storedTB", "cloud.operationsFTE"],
  hybrid: [
    "hybrid.servers",
    "hybrid.storageServers",
    "rawTB",
    "hybrid.contributors",
    "hybrid.signalling",
    "hybrid.operationsFTE",
  ],
  peerToPeer: ["peerToPeer.peers", "peerToPeer.installs", "peerToPeer.coordinators", "peerToPeer.operationsFTE"],
};

export interface BuiltRow {
  readonly architecture: Architecture;
  /** Of the quantity, by which it is explained. */
  readonly key: string;
  /** As they are declared: "Servers in service", "server". */
  readonly label: string;
  readonly unit: string;
  /** What stands at the end of each column. */
  readonly counts: readonly number[];
}

/** What gets built: machines, space, staff and peers at the end of each year or fiscal year, in the order of the ranking. */
export function whatGetsBuilt(
  { ranking, months }: Pick<CostsResult, "ranking" | "months">,
  { model, evaluation }: EvaluatedModel,
  span: Exclude<Span, "month">,
  calendar: Calendar,
): { columns: readonly Column[]; rows: readonly BuiltRow[] } {
  const byKey = new Map([...model.program.quantities.keys()].map((quantity) => [quantity.key, quantity]));
  // Nothing is served in set-up.
  const columns = columnsOf(months.length - 1, span, calendar).slice(1);
  const rows = ranking.flatMap((architecture) =>
    builtOf[architecture].map((key): BuiltRow => {
      const quantity = byKey.get(key) as Quantity;
      const series = seriesOf(evaluation, quantity);
      const { unit } = quantity;
      // Its architecture is named above it.
      const label = quantity.label.replace(`, ${architectureNames[architecture].toLowerCase()}`, "");
      return { architecture, key, label, unit, counts: columns.map(({ to }) => series[to] as number) };
    }),
  );
  return { columns, rows };
}
