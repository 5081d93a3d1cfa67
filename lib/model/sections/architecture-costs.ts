import type { Quantity } from "@/lib/formula/node";
import type { Category } from "@/lib/model/architectures";
import type { CapitalByCategory } from "./capital";
import type { Counts } from "./counted-by";
import type { Equipment } from "./equipment";
import type { PeerNeed } from "./peers";

/** What an architecture costs and how it serves, before moving, own lines and contingency are added. */
export interface ArchitectureCosts {
  /** Capital lines by the category that they belong to. */
  readonly capital: CapitalByCategory;
  /** Costs that are no capital, alike in all three views, by category. */
  readonly running: { readonly [C in Category]?: Quantity | undefined };
  /** What falls once, in month 0, and is no capital, by category. */
  readonly opening: Partial<Record<Category, Quantity>>;
  readonly unavailability: Quantity;
  readonly annualLoss: Quantity;
  readonly energyKWh?: Quantity | undefined;
  readonly participantKWh?: Quantity;
  readonly participantCost?: Quantity;
  readonly participantPaid?: Quantity;
  /** Where it takes people who install something: how many it needs, and how many would. */
  readonly participation?: { readonly installs: Quantity; readonly willing: Quantity };
  /** What takes so many peers. */
  readonly peerNeeds?: Readonly<Record<PeerNeed, Quantity>>;
  /** What lines are counted by. */
  readonly counts: Counts;
  readonly operationsFTE: Quantity;
  readonly equipment: Equipment;
  /** Physical quantities that are reported, by name. */
  readonly reported: Readonly<Record<string, Quantity>>;
}
