import { rangeGroup } from "./declaration";

export const transitionRanges = rangeGroup({
  dualRunMonths: {
    scale: "log",
    low: 2,
    high: 9,
    driver: "development-cost",
    grade: "derived",
    basis:
      "37signals needed six months for its applications in 2023 and longer for storage; McKinsey 2021: 38 % of migrations late, 13 % by three quarters or more",
  },
});
