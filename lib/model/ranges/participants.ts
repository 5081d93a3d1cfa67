import { rangeGroup } from "./declaration";

export const participantsRanges = rangeGroup({
  peerWatts: {
    scale: "log",
    low: 4,
    high: 35,
    grade: "cited",
    basis:
      "Storj operator's ledger 8.6 a disk; Ethereum node 61 (Cambridge 2023); a small fanless computer about 10; a PC that computes 60 or more",
  },
  attributedShare: {
    scale: "logit",
    low: 0.15,
    high: 0.9,
    grade: "cited",
    basis:
      "Valancius et al. 2009 count only what peers add (near 0), Feldmann et al. 2010 the whole: both are right for their case; the default is the upper end",
  },
  homeElectricityPrice: {
    scale: "log",
    low: 0.135,
    high: 0.32,
    driver: "energy",
    grade: "derived",
    basis:
      "EIA 2023, residential price by state: tenth and ninetieth percentile 11.5 and 27.5 cents, 0.72 and 1.72 of the US average (16.0, recalled), times 0.187",
  },
  homeGridCarbonPerKWh: {
    scale: "log",
    low: 0.14,
    high: 0.65,
    driver: "grid-carbon",
    grade: "derived",
    basis: "as gridCarbonPerKWh: 47 regions of Cloud Carbon Footprint",
  },
  peerDeviceCost: {
    scale: "log",
    low: 6,
    high: 30,
    driver: "hardware-prices",
    grade: "derived",
    basis: "0.5 TB at 14 (Backblaze 2022) to 22 (PCGH 2026) is 7-11; small drives and a share of the machine more",
  },
  peerDeviceLifeMonths: {
    scale: "log",
    low: 36,
    high: 90,
    grade: "judged",
    basis: "home machines three to seven years; drives last (Backblaze lifetime rate 1.31 % a year)",
  },
});
