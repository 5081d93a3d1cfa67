import { rangeGroup } from "./declaration";

export const onPremisesRanges = rangeGroup({
  onPremisesEngineeringFTE: {
    scale: "log",
    low: 1.18,
    high: 3.6,
    driver: "engineering-effort",
    grade: "derived",
    basis:
      "Boehm 1981: a product defined but not specified is estimated within x0.5 to x2; read as 90 % that is x/1.72 at the tenth and ninetieth percentile; upward skew: 60-80 % of projects overrun, by 30-40 % on average (Molokken & Jorgensen 2003)",
  },
  onPremisesSecurityFTE: {
    scale: "log",
    low: 0.2,
    high: 1.2,
    driver: "regulation",
    grade: "judged",
    basis:
      "one security person for a hundred developers in large firms (SecureDelivery) is far less; small teams hold a fixed part of a post",
  },
  onPremisesComplianceAnnual: {
    scale: "log",
    low: 12_000,
    high: 75_000,
    driver: "regulation",
    grade: "cited",
    basis:
      "SOC 2 for a small business 20000-60000 in the first year (LegalClarity, undated, read 2026), less after, more with ISO 27001 or PCI DSS",
  },
  onPremisesMigration: {
    scale: "log",
    low: 15_000,
    high: 180_000,
    driver: "development-cost",
    grade: "derived",
    basis:
      "Boehm 1981: an initial concept is estimated within x0.25 to x4; McKinsey 2021: 75 % of migrations over budget, 28 % by more than a fifth",
  },
});
