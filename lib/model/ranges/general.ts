import { rangeGroup } from "./declaration";

export const generalRanges = rangeGroup({
  costOfMoney: {
    scale: "log",
    low: 0.05,
    high: 0.12,
    grade: "cited",
    basis: "Hamilton 2010 uses 5 %, Barroso & Hoelzle 8-12 %, Azure Migrate 7 %, a 2026 lifecycle model 8 %",
  },
  resaleShare: {
    scale: "logit",
    low: 0.03,
    high: 0.4,
    grade: "judged",
    basis:
      "trade press only: some assets halve in a year (ICEX 2019), after three to four years disposal can eat the proceeds (Yahoo Small Business), a cliff at five years (Mission Critical Magazine); no statistic found",
  },
});
