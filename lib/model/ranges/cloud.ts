import { rangeGroup } from "./declaration";
import { onPremisesRanges } from "./on-premises";

export const cloudRanges = rangeGroup({
  cloudPerCoreHour: {
    scale: "log",
    low: 0.037,
    high: 0.065,
    driver: "cloud-prices",
    grade: "derived",
    basis:
      "AWS and GCP list of August 2024, 361 prices of 4 vCPU with 16 GB in all regions: fifth to ninetieth percentile 0.037-0.065, tenth 0.041; Azure's Linux sizes the same; small providers below",
  },
  cloudUtilisation: {
    scale: "logit",
    low: 0.13,
    high: 0.65,
    driver: "utilisation",
    grade: "cited",
    basis:
      "CAST AI, thousands of clusters: 13 % of CPUs used in 2023, 10 % in 2024, 8 % in 2025; two thirds of Kubernetes workloads use less than half of what they ask for (Datadog 2023); autoscaled or batch work reaches 0.7-0.9",
  },
  cloudCommitShare: {
    scale: "logit",
    low: 0.1,
    high: 0.8,
    grade: "cited",
    basis: "ProsperOps: median coverage 28 % in 2023, 55 % in 2024; 45 % and 64 % of organisations committed at all",
  },
  cloudCommitDiscount: {
    scale: "logit",
    low: 0.2,
    high: 0.5,
    grade: "cited",
    basis:
      "AWS list: one year 30-45 %, three years 45-65 %, convertible from 20 % (VendorBenchmark, 285 contracts); effective 25-40 % (CloudPrice)",
  },
  cloudStoragePerTBMonth: {
    scale: "log",
    low: 14.5,
    high: 27,
    driver: "cloud-prices",
    grade: "cited",
    basis:
      "lists of May 2026: S3 23-21, Azure 18, GCS 20, R2 15, B2 6, Wasabi 5; other regions dearer; requests come on top",
  },
  cloudEgressTier1Price: {
    scale: "log",
    low: 75,
    high: 120,
    driver: "cloud-prices",
    grade: "derived",
    basis:
      "AWS, Azure, GCP lists of August 2024, 126 regions: tenth and ninetieth percentile 80 and 120; contracts 5-10 % less",
  },
  cloudEgressTier2Price: {
    scale: "log",
    low: 61,
    high: 100,
    driver: "cloud-prices",
    grade: "derived",
    basis: "the same lists of August 2024: 65 and 87, ninety-fifth percentile 98; contracts 5-10 % less",
  },
  cloudEgressTier3Price: {
    scale: "log",
    low: 54,
    high: 92,
    driver: "cloud-prices",
    grade: "derived",
    basis: "the same lists of August 2024: 60 and 85, ninety-fifth percentile 93; contracts 10 % less",
  },
  cloudEgressTier4Price: {
    scale: "log",
    low: 34,
    high: 80,
    driver: "cloud-prices",
    grade: "derived",
    basis: "the same lists of August 2024: 40 and 80; contracts 15 % less at this volume",
  },
  cloudOperationsShare: {
    scale: "log",
    low: 0.1,
    high: 0.45,
    grade: "cited",
    basis:
      "logs and monitoring 15-25 % of compute (AWS Negotiations); managed databases, search and caches more than compute itself at 37signals in 2022",
  },
  cloudSupportShare: {
    scale: "log",
    low: 0.03,
    high: 0.1,
    grade: "cited",
    basis: "AWS business support: 10 % to 10000 a month, then 7, 5 and 3 %",
  },
  coresPerCloudEngineer: {
    scale: "log",
    low: 500,
    high: 9000,
    grade: "judged",
    basis:
      "30 to 600 virtual machines an administrator (Gartner, IDC 2010) of 4 to 16 cores; platform teams count developers, not cores",
  },
  cloudEngineeringFTE: {
    ...onPremisesRanges.onPremisesEngineeringFTE,
    basis:
      "as own servers (Boehm 1981; Molokken & Jorgensen 2003): 37signals kept the size of its operations team when it left the cloud in 2023",
  },
  cloudSecurityFTE: {
    ...onPremisesRanges.onPremisesSecurityFTE,
    basis: "as own servers: less hardware, more configuration",
  },
  cloudComplianceAnnual: {
    ...onPremisesRanges.onPremisesComplianceAnnual,
    basis:
      "as own servers (LegalClarity, undated): the provider's certificates help, the audit of one's own use remains",
  },
  cloudMigration: {
    ...onPremisesRanges.onPremisesMigration,
    basis:
      "Boehm 1981 (x0.25 to x4 at initial concept); McKinsey 2021: 75 % over budget, 28 % by more than a fifth, 38 % late",
  },
  cloudAvailability: {
    scale: "logit",
    low: 0.999,
    high: 0.99997,
    grade: "cited",
    basis:
      "the promise is not the record: 7.5 hours a year on average over 13 services (IWGCR 2012), 32 services with 597 outages in seven years (Gunawi et al. 2016), most clouds above 99.90 % and the largest near 100 % (CloudHarmony 2014)",
  },
  cloudWattsPerCore: {
    scale: "log",
    low: 1.2,
    high: 3.1,
    grade: "derived",
    basis: "Cloud Carbon Footprint: AWS 0.74-3.5 W, GCP 0.71-4.26, Azure 0.78-3.76 by load; at loads from 0.15 to 0.75",
  },
  cloudPue: {
    scale: "logit",
    low: 1.09,
    high: 1.2,
    grade: "cited",
    basis: "Cloud Carbon Footprint: GCP 1.1, AWS 1.135, Azure 1.185 (1.125 in its appendix)",
  },
});
