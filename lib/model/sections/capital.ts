import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { InputTerm, Node, Quantity, Term } from "../../formula/node";
import type { Architecture, View } from "../architectures";

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

interface DeclaredLine {
  architecture: Architecture;
  key: string;
  label: string;
  unit: string;
  need: Quantity | InputTerm;
  life: InputTerm;
  /** Units that stand already when the model begins. */
  standing: Quantity;
  /** Price of a unit today; it changes by `growth` a year. */
  price: Term | Node;
  growth: InputTerm;
  /** More of them in service mean nothing and are refused. */
  atMost?: number;
}

export const monthsOfBoth = quantity({
  key: "monthsOfBoth",
  label: "Months of running both",
  unit: "month",
  source: "model.md section 9",
  is: formula`min(${input.dualRunMonths}, ${input.horizonMonths})`,
});

export function capitalLine({
  architecture,
  key,
  label,
  unit,
  need,
  life,
  standing,
  price,
  growth,
  atMost,
}: DeclaredLine): CapitalLine {
  const declare = (suffix: string, says: string, of: string, is: Node, during: Quantity["during"] = "all") =>
    quantity({
      key: `${architecture}.${key}${suffix}`,
      label: `${label}${says}`,
      unit: of,
      during,
      is,
      source: "model.md section 3",
    });
  const cost = nodeOf(price);
  return {
    inService: {
      ...declare(
        "",
        " in service",
        unit,
        formula`stockInService(${need}, ${life}, ${standing}, ${input.currentAgeMonths})`,
      ),
      ...(atMost !== undefined && { atMost }),
    },
    views: {
      cash: declare(
        ".cash",
        ", purchases",
        "money/month",
        formula`stockCash(${need}, ${life}, ${standing}, ${input.currentAgeMonths}, ${cost}, ${growth})`,
      ),
      straightLine: declare(
        ".straightLine",
        ", straight line",
        "money/month",
        formula`stockStraightLine(${need}, ${life}, ${standing}, ${input.currentAgeMonths}, ${cost}, ${growth})`,
      ),
      financed: declare(
        ".financed",
        ", financed",
        "money/month",
        formula`stockFinanced(${need}, ${life}, ${standing}, ${input.currentAgeMonths}, ${cost}, ${growth}, ${input.costOfMoney})`,
      ),
    },
    pastWarranty: declare(
      ".pastWarranty",
      ", purchase value past warranty",
      "money",
      formula`stockOlderThan(${need}, ${life}, ${standing}, ${input.currentAgeMonths}, ${cost}, ${growth}, ${input.warrantyMonths})`,
    ),
    residual: declare(
      ".residual",
      ", book value credited",
      "money",
      formula`stockResidual(${need}, ${life}, ${standing}, ${input.currentAgeMonths}, ${cost}, ${growth}, ${input.residualShare})`,
    ),
    standingBookValue: declare(
      ".standingBookValue",
      ", book value of what stands",
      "money",
      formula`stockStandingBookValue(${need}, ${life}, ${standing}, ${input.currentAgeMonths}, ${cost}, ${growth}, ${monthsOfBoth})`,
    ),
  };
}
