import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { InputTerm, Node, Quantity, Term } from "../../formula/node";
import type { Category, View } from "../architectures";

/** Section 3: what is bought, and its three views. */
export interface CapitalLine {
  readonly inService: Quantity;
  readonly views: Readonly<Record<View, Quantity>>;
  /** Purchase value of what is past its warranty. */
  readonly pastWarranty: Quantity;
  /** The share of the book values at the horizon that is credited. */
  readonly residual: Quantity;
  /** Book value of the standing fleet when the months of running both are over. */
  readonly standingBookValue: Quantity;
}

export type CapitalByCategory = { readonly [C in Category]?: readonly CapitalLine[] };

export interface DeclaredLine {
  /** What its quantities are called: "onPremises.servers". */
  key: string;
  label: string;
  unit: string;
  need: Term | Node;
  life: InputTerm;
  /** Units that stand already when the model begins, and the months that they have been in service. */
  standing: Term | Node;
  age?: InputTerm;
  /** Price of a unit today; it changes by `growth` a year. */
  price: Term | Node;
  growth: InputTerm;
  warranty?: Term | Node;
  /** More of them in service mean nothing and are refused. */
  atMost?: number;
  source?: string;
}

export const monthsOfBoth = quantity({
  key: "monthsOfBoth",
  label: "Months of running both",
  unit: "month",
  source: "model.md section 9",
  is: formula`min(${input.dualRunMonths}, ${input.horizonMonths})`,
});

/** Declares the quantities of a line one after the other, each with the line's key, label and source. */
export function lineDeclarer({
  key,
  label,
  source = "model.md section 3",
}: Pick<DeclaredLine, "key" | "label" | "source">) {
  return (suffix: string, says: string, unit: string, is: Node, during: Quantity["during"] = "all") =>
    quantity({ key: `${key}${suffix}`, label: `${label}${says}`, unit, during, is, source });
}

/** The book value of what stands when the months of running both are over. */
export function standingBookValue(line: DeclaredLine): Quantity {
  const { need, life, standing, age = input.currentAgeMonths, price, growth } = line;
  return lineDeclarer(line)(
    ".standingBookValue",
    ", book value of what stands",
    "money",
    formula`stockStandingBookValue(${need}, ${life}, ${standing}, ${age}, ${nodeOf(price)}, ${growth}, ${monthsOfBoth})`,
  );
}

export function capitalLine(line: DeclaredLine): CapitalLine {
  const { unit, need, life, standing, age = input.currentAgeMonths, growth, atMost } = line;
  const { warranty = input.warrantyMonths } = line;
  const declare = lineDeclarer(line);
  const cost = nodeOf(line.price);
  return {
    inService: {
      ...declare("", " in service", unit, formula`stockInService(${need}, ${life}, ${standing}, ${age})`),
      ...(atMost !== undefined && { atMost }),
    },
    views: {
      cash: declare(
        ".cash",
        ", purchases",
        "money/month",
        formula`stockCash(${need}, ${life}, ${standing}, ${age}, ${cost}, ${growth})`,
      ),
      straightLine: declare(
        ".straightLine",
        ", straight line",
        "money/month",
        formula`stockStraightLine(${need}, ${life}, ${standing}, ${age}, ${cost}, ${growth})`,
      ),
      financed: declare(
        ".financed",
        ", financed",
        "money/month",
        formula`stockFinanced(${need}, ${life}, ${standing}, ${age}, ${cost}, ${growth}, ${input.costOfMoney})`,
      ),
    },
    pastWarranty: declare(
      ".pastWarranty",
      ", purchase value past warranty",
      "money",
      formula`stockOlderThan(${need}, ${life}, ${standing}, ${age}, ${cost}, ${growth}, ${warranty})`,
    ),
    residual: declare(
      ".residual",
      ", book value credited",
      "money",
      formula`stockResidual(${need}, ${life}, ${standing}, ${age}, ${cost}, ${growth}, ${input.residualShare})`,
    ),
    standingBookValue: standingBookValue(line),
  };
}
