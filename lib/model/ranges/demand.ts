import { rangeGroup } from "./declaration";

export const demandRanges = rangeGroup({
  users: {
    scale: "log",
    low: 35_000,
    high: 70_000,
    driver: "demand-size",
    grade: "judged",
    basis: "an organisation knows its accounts, not its active users; a third either way",
  },
  usersGrowth: {
    scale: "plain",
    low: -0.02,
    high: 0.35,
    driver: "demand-growth",
    grade: "judged",
    basis: "one service may shrink or double; no usable statistic",
  },
  storedTB: {
    scale: "log",
    low: 70,
    high: 150,
    driver: "demand-size",
    grade: "judged",
    basis: "known from invoices or disks where there are any, estimated else",
  },
  storedGrowth: {
    scale: "plain",
    low: 0.08,
    high: 0.4,
    driver: "demand-growth",
    grade: "derived",
    basis:
      "IDC 2021: installed storage +19.2 % a year, data created +23 %, enterprises faster than consumers; 37signals 8 to nearly 10 PB in two years is +12 %; IDC 2009 had 60 %",
  },
  egressTB: {
    scale: "log",
    low: 300,
    high: 850,
    driver: "demand-size",
    grade: "judged",
    basis: "seldom measured before a CDN bill exists; peaks and bots are forgotten",
  },
  egressGrowth: {
    scale: "plain",
    low: 0.05,
    high: 0.4,
    driver: "demand-growth",
    grade: "derived",
    basis:
      "OpenVault 2021-2025: download a household +7 % to +14 % a year, upload +13 % to +18 %, plus growth of users; CDN customers expected +48 % to +126 % in 2012 (Rayburn)",
  },
  coreHours: {
    scale: "log",
    low: 50_000,
    high: 200_000,
    driver: "demand-size",
    grade: "judged",
    basis:
      "least known of the four: 40 % of the CPU asked for is not used (CAST AI 2025), cloud budgets are exceeded by 23 % on average (Flexera 2020); a factor of two",
  },
  coreHoursGrowth: {
    scale: "plain",
    low: -0.03,
    high: 0.28,
    driver: "demand-growth",
    grade: "judged",
    basis: "between software that gets leaner and cloud usage growth of tens of per cent a year",
  },
  peakToMean: {
    scale: "log",
    low: 1.6,
    high: 6,
    driver: "utilisation",
    sign: -1,
    grade: "cited",
    basis:
      "Armbrust et al. 2009: for many services the peak exceeds the average by factors of 2 to 10; evenly used services lie below",
  },
  bitrateMbps: {
    scale: "log",
    low: 2.5,
    high: 8,
    grade: "judged",
    basis: "HD streams between 720p and 1080p; a 4K stream takes about four times a 720p one (Peerplug)",
  },
  catalogueItems: {
    scale: "log",
    low: 300,
    high: 3500,
    grade: "judged",
    basis: "how many items are really in demand; owners rarely count them",
  },
  popularityExponent: {
    scale: "log",
    low: 0.6,
    high: 1.1,
    grade: "cited",
    basis:
      "Krashakov, Teslyuk, Shchur 2004: published exponents from 0.60 to 1.03; Wessels, Web Caching: 0.6-0.8; video up to 1.2 (Cha et al. 2007, as cited)",
  },
});
