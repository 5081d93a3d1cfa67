import { rangeGroup } from "./declaration";

export const serversRanges = rangeGroup({
  serverUtilisation: {
    scale: "logit",
    low: 0.15,
    high: 0.6,
    driver: "utilisation",
    grade: "cited",
    basis:
      "NRDC 2014: 12-18 % typical; Armbrust 2009: 5-20 %; McKinsey 2008: 6 %; Gartner 2012: 12 %; Google clusters 20-40 %, batch higher (Benik 2013); nine in ten Alibaba machines below 35 % (Deng 2018); here the aim, not the average, hence the upper half",
  },
  serverPrice: {
    scale: "log",
    low: 8500,
    high: 24_000,
    driver: "hardware-prices",
    grade: "derived",
    basis:
      "37signals: 700000 for 20 servers of 200 vCPU (2024), 175 a vCPU, is 11200 for 64; +15-30 % in 2026 (TrendForce, Dell) 12900-14600; IDC average sale 7300-7600 in 2018-19; lists and small buyers pay up to twice",
  },
  serverPeakWatts: {
    scale: "log",
    low: 300,
    high: 850,
    grade: "derived",
    basis:
      "3.5-4.3 W a vCPU at full load (Cloud Carbon Footprint) is 224-273 W for 64 plus memory and disks; AWS calculator 2016: 300, 550, 750 W by sockets; Barroso's cases 300-500 W",
  },
  serverLoadFactor: {
    scale: "logit",
    low: 0.45,
    high: 0.85,
    grade: "derived",
    basis:
      "Hamilton 0.8, Barroso 0.75; Cloud Carbon Footprint's W a vCPU gives 0.61 at half load and 0.37 at a fifth; Fan, Weber, Barroso 2007: whole data centre peaks at about 60 % of the sum of peaks",
  },
  serverLifeMonths: {
    scale: "log",
    low: 42,
    high: 80,
    grade: "cited",
    basis:
      "Uptime Institute 2022: 52 % keep servers five years or longer (34 % in 2015), most common refresh five years (2020), three in 2015; hyperscalers 48-72 months",
  },
  serverAvailability: {
    scale: "logit",
    low: 0.985,
    high: 0.9994,
    grade: "derived",
    basis:
      "hardware alone: 2 to 53 minutes a year (ITIC 2020); failures of 8 % of servers a year with days of repair (Vishwanath & Nagappan 2010, recalled) plus patching and mistakes give hours to days",
  },
  deliveryMbpsPerServer: {
    scale: "log",
    low: 8000,
    high: 60_000,
    grade: "cited",
    basis:
      "Netflix: 8 Gbit/s a server in 2012, over 90 in 2016, over 700 in 2022; ordinary software on 10 to 100 GbE lies below",
  },
  storageServerPrice: {
    scale: "log",
    low: 7500,
    high: 19_000,
    driver: "hardware-prices",
    grade: "derived",
    basis:
      "disks at 17-22 a TB in 2026 after +46 % (PCGH, Tom's Hardware) make 3300-4200 for 192 TB, the machine 4000-6000; bought arrays 72 a TB (37signals 2024, 18 PB for 1.3 million) make 13900",
  },
  storageServerPeakWatts: {
    scale: "log",
    low: 330,
    high: 850,
    grade: "derived",
    basis: "12 to 24 drives at 8.6 W (Storj operator's ledger) and a machine of 200-450 W",
  },
  storageServerLifeMonths: {
    scale: "log",
    low: 45,
    high: 84,
    grade: "cited",
    basis:
      "as servers, a little longer: Uptime Institute 2022 (52 % keep servers five years or longer), hyperscalers 48-72 months; Azure Migrate writes storage off in 48",
  },
  storageFill: {
    scale: "logit",
    low: 0.5,
    high: 0.9,
    grade: "cited",
    basis:
      "37signals 2024: nearly 10 PB in 18 PB bought (0.55); IDC 2009: disks 28-35 % used; file systems slow down above 0.8-0.9",
  },
  driveAnnualFailureRate: {
    scale: "log",
    low: 0.007,
    high: 0.028,
    grade: "cited",
    basis:
      "Backblaze: 1.57 % in 2024, 1.36-1.55 % in quarters of 2025, lifetime 1.31 %; models mostly between 0.34 % (a quarter) and 2.85 % (lifetime), one at 5.97 %",
  },
  rebuildDays: {
    scale: "log",
    low: 0.3,
    high: 6.5,
    grade: "cited",
    basis:
      "Backblaze durability paper 6.5 days; Codex 24 h to notice and 24 h to repair; rebuilt from many machines at once within hours",
  },
  networkShare: {
    scale: "log",
    low: 0.1,
    high: 0.28,
    grade: "cited",
    basis:
      "AWS calculator 20 %, Azure Migrate 10 %, Hamilton 2010 8 to 57 is 14 %, Hennessy & Patterson 12.8 to 66.7 million is 19 %, Stargate 2026 13 %; the first switches of a small site weigh more",
  },
  networkLifeMonths: {
    scale: "log",
    low: 48,
    high: 90,
    grade: "cited",
    basis: "Hamilton 48, Azure Migrate 60, Stargate model 2026 72",
  },
  maintenanceRate: {
    scale: "log",
    low: 0.06,
    high: 0.2,
    grade: "cited",
    basis:
      "AWS calculator 15 %, Azure 10 % storage and 15 % network, Barroso: repair within 24 h 5-15 %, lifecycle model of 2026 3 %; third parties undercut makers",
  },
  managementPerServerYear: {
    scale: "log",
    low: 350,
    high: 2200,
    grade: "derived",
    basis:
      "Azure Migrate: monitoring 430, patching 430, security 250, SQL security 1000; free software with one paid tool is a third",
  },
  backupPerTBMonth: {
    scale: "log",
    low: 1.5,
    high: 15,
    grade: "cited",
    basis: "list prices of 2026: S3 Glacier Deep Archive 0.99, Backblaze B2 6, Wasabi 4.9-7, R2 15, S3 23",
  },
  siteAvailability: {
    scale: "logit",
    low: 0.999,
    high: 0.99995,
    grade: "cited",
    basis:
      "Uptime tiers I 99.671 %, III 99.982 %, IV 99.995 %; about a third of operators had an outage within a year (survey 2018), 60 % within three years (2022): of the order of one hour a year",
  },
  siteLossPerYear: {
    scale: "log",
    low: 2e-5,
    high: 0.0006,
    grade: "judged",
    basis:
      "Uptime Institute 2021: 25 data centre fires in all its records since 1994, one total loss (OVHcloud Strasbourg); ransomware and mistakes that take a backup for good are commoner than fire",
  },
  commonCauseShare: {
    scale: "logit",
    low: 0.015,
    high: 0.12,
    grade: "cited",
    basis:
      "beta factor: 1 % to 10 % for redundant channels (ISO 26262, IEC 61508 practice), typical 2-10 % (a SIL manual); SINTEF's field data of 2015 lie higher",
  },
});
