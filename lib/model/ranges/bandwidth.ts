import { rangeGroup } from "./declaration";

export const bandwidthRanges = rangeGroup({
  egressPricePerTB: {
    scale: "log",
    low: 2,
    high: 20,
    driver: "bandwidth-prices",
    grade: "derived",
    basis:
      "transit from 0.25 to 2.5 per Mbit/s and month (London 1.00 in 2015, falling 15 % a year, TeleGeography; remote or small buyers several times the hub) at peak to mean 2.5",
  },
  cdnShare: {
    scale: "logit",
    low: 0.5,
    high: 0.95,
    grade: "judged",
    basis:
      "images, video and downloads cache (hit ratios 97-99 %, Techplained 2026), interfaces and personal pages do not",
  },
  cdnPricePerTB: {
    scale: "log",
    low: 4,
    high: 60,
    driver: "bandwidth-prices",
    grade: "cited",
    basis:
      "Rayburn 2019: 1-5 for the largest; Bunny 10 and CloudFront 70 at 50 TB a month (2026), CloudFront 20 at petabytes",
  },
});
