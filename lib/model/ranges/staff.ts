import { rangeGroup } from "./declaration";

export const staffRanges = rangeGroup({
  absenceShare: {
    scale: "logit",
    low: 0.1,
    high: 0.23,
    grade: "judged",
    basis: "leave, holidays, illness and training: about 12 % in the US, over 20 % in Europe",
  },
  serversPerEngineer: {
    scale: "log",
    low: 30,
    high: 400,
    grade: "cited",
    basis:
      "IDC 2010: 30 physical or 80 virtual in small firms; Gartner 2010: 10-50 physical, 75-600 virtual; META Group 2002: 10-30; AWS calculator 100",
  },
  storedTBPerEngineer: {
    scale: "log",
    low: 800,
    high: 25_000,
    grade: "cited",
    basis:
      "Hitachi 2007: 30-300; AWS calculator 2016: 1024; Backblaze 2020: 1 EB with 145 people in all, over 6900 each and several times that for operations alone",
  },
  operationsSalary: {
    scale: "log",
    low: 103_000,
    high: 198_000,
    driver: "pay",
    grade: "derived",
    basis:
      "BLS 2019, network and system administrators: tenth and ninetieth percentile 0.63 and 1.59 of the median; half of the logarithmic variance taken as between employers: 0.72 and 1.39",
  },
  engineeringSalary: {
    scale: "log",
    low: 133_000,
    high: 263_000,
    driver: "pay",
    grade: "derived",
    basis:
      "BLS May 2024, software developers: tenth and ninetieth percentile 79850 and 211450, mean 144570, median 133080 (recalled); between employers 0.70 and 1.39 as for operations",
  },
  supportSalary: {
    scale: "log",
    low: 48_000,
    high: 105_000,
    driver: "pay",
    grade: "cited",
    basis: "65000-90000 loaded in North America (SupportHQ 2026), less where support is bought abroad",
  },
  securitySalary: {
    scale: "log",
    low: 130_000,
    high: 265_000,
    driver: "pay",
    grade: "derived",
    basis: "BLS 2019, information security analysts: 57810 and 158860 about 99730; between employers 0.68 and 1.39",
  },
  usersPerSupportAgent: {
    scale: "log",
    low: 10_000,
    high: 200_000,
    grade: "derived",
    basis:
      "24 tickets a day and agent (Roomiepedia) is about 5300 a year; 0.03 to 0.5 tickets a consumer and year; business software has 0.5-1 a customer and month (GASP)",
  },
});
