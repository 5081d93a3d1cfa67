import type { Node, Quantity } from "@/lib/formula/node";
import type { Category } from "@/lib/model/architectures";
import type { CapitalLine } from "./capital";

/** What an architecture costs and how it serves, before moving, own lines and contingency are added. */
export interface ArchitectureCosts {
  /** Capital lines by the category that they belong to. */
  readonly capital: Partial<Record<Category, readonly CapitalLine[]>>;
  /** Costs that are no capital, alike in all three views, by category. */
  readonly running: Partial<Record<Category, Quantity>>;
  /** What falls once, in month 0, and is no capital, by category. */
  readonly opening: Partial<Record<Category, Quantity>>;
  readonly unavailability: Quantity;
  readonly annualLoss: Quantity;
  readonly energyKWh?: Quantity;
  readonly participantKWh?: Quantity;
  readonly participantCost?: Quantity;
  readonly participantPaid?: Quantity;
  /** Where it takes people who install something: how many it needs, and how many would. */
  readonly participation?: { readonly installs: Quantity; readonly willing: Quantity };
  /** What own lines "per server" and "per peer" are counted by. */
  readonly servers?: Node;
  readonly peers?: Node;
  /** Physical quantities that are reported, by name. */
  readonly reported: Readonly<Record<string, Quantity>>;
}
