import { rangeGroup } from "./declaration";

export const facilityRanges = rangeGroup({
  pue: {
    scale: "logit",
    low: 1.25,
    high: 1.85,
    grade: "cited",
    basis:
      "Uptime Institute: average 1.54 in 2025, 1.58 in 2023; regions from 1.46 (Europe) to 1.79 (Africa, Middle East) in 2020, one in ten above 2.19 in Asia-Pacific; new large halls 1.3 or better (2024)",
  },
  electricityPrice: {
    scale: "log",
    low: 0.1,
    high: 0.23,
    driver: "energy",
    grade: "derived",
    basis:
      "EIA 2023, commercial price by state: tenth and ninetieth percentile 8.9 and 19.7 cents, 0.70 and 1.54 of the US average (12.7, recalled), times 0.146",
  },
  gridCarbonPerKWh: {
    scale: "log",
    low: 0.14,
    high: 0.65,
    driver: "grid-carbon",
    grade: "derived",
    basis:
      "Cloud Carbon Footprint, 47 AWS and GCP regions: tenth and ninetieth percentile 0.11 and 0.73; US regions 0.25 to 0.50",
  },
  coloPerKWMonth: {
    scale: "log",
    low: 140,
    high: 320,
    grade: "cited",
    basis:
      "CBRE: 120-140 in 2018, 184 end 2024, 195 end 2025, 217 worldwide in Q1 2025; retail footprints of a few kW cost more (cabinets of 3-5 kW 500-2000 a month, DP 2026)",
  },
  ownFacilityCostPerKW: {
    scale: "log",
    low: 7500,
    high: 15_000,
    grade: "cited",
    basis:
      "Cushman & Wakefield 2025, 19 US markets: 9300-15000, average 11700; Turner & Townsend 2025: up to 15200; Cortex 2026: 7000-15000; Barroso 10000",
  },
  ownFacilityLifeMonths: {
    scale: "log",
    low: 120,
    high: 216,
    grade: "cited",
    basis: "Hamilton 10-15 years, Barroso 12, Koomey 15",
  },
  ownFacilityOpexPerKWMonth: {
    scale: "log",
    low: 22,
    high: 65,
    grade: "derived",
    basis:
      "Barroso 40; the 100 MW lifecycle model of 2026: staff 7.2, upkeep 18.75, insurance and tax 19.5 million a year is 38",
  },
});
