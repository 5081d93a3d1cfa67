import { rangeGroup } from "./declaration";

export const escalationRanges = rangeGroup({
  generalInflation: {
    scale: "plain",
    low: 0.018,
    high: 0.045,
    driver: "price-level",
    grade: "cited",
    basis:
      "US consumer prices (BLS): 1.7 % a year over the ten years to 2020, 7.0 % in 2021; market expectation 2.2 % for ten years in March 2024 (Cleveland Fed)",
  },
  wageInflation: {
    scale: "plain",
    low: 0.02,
    high: 0.05,
    driver: "price-level",
    grade: "cited",
    basis: "BLS Employment Cost Index, wages: 2.1 % in the year to June 2015, 2.6 % in 2020, 4.5 % in 2021",
  },
  electricityInflation: {
    scale: "plain",
    low: 0,
    high: 0.06,
    driver: "price-level",
    grade: "derived",
    basis:
      "EIA: US commercial 14.6 cents in April 2026 against about 12.7 in 2023 (recalled) is +4.6 % a year, all sectors +5.1 % in the year to May 2025; the decade before was nearly flat (recalled)",
  },
  facilityInflation: {
    scale: "plain",
    low: -0.02,
    high: 0.1,
    driver: "price-level",
    grade: "cited",
    basis:
      "CBRE, 250-500 kW in North America: falling by single digits each year 2015-2021, then +14.5 %, +18.6 %, +12.6 %, +6.5 % in 2022-2025",
  },
  hardwarePriceChange: {
    scale: "plain",
    low: -0.08,
    high: 0.06,
    driver: "price-level",
    grade: "derived",
    basis:
      "Backblaze: disk price per GB -15 % a year 2009-2022 (0.11 to 0.014); against it servers +15-30 % and disks +46 % within months of 2025-26 (Dell, Lenovo, Tom's Hardware); averaged over five years for a machine of the same kind",
  },
  bandwidthPriceChange: {
    scale: "plain",
    low: -0.2,
    high: -0.02,
    grade: "cited",
    basis:
      "TeleGeography, 10 GigE transit: -4 % to -9 % in 2013-14 (New York, London), -14 % a year 2012-2015, -15 % (London) to -45 % (Sao Paulo) and -27 % on average 2015-2018; nothing newer seen",
  },
  bandwidthDiscountPerTenfold: {
    scale: "logit",
    low: 0.25,
    high: 0.58,
    grade: "derived",
    basis:
      "per tenfold: CloudFront 0.085 to 0.020 gives 0.38, AWS egress 90 to 50 gives 0.29, 100G for 4.3 times 10G gives 0.57, CDN list of 2007 (Rayburn) 0.67, CloudFront 10 to 50 TB in 2026 gives 0.24",
  },
  cloudPriceChange: {
    scale: "plain",
    low: -0.05,
    high: 0.05,
    driver: "price-level",
    grade: "derived",
    basis:
      "AWS per vCPU from m5 (2017) about 0.05 to m6g/m7g about 0.04 (list of August 2024) is -3 to -5 % a year for who moves on, nothing for who stays; against it Hetzner +30-37 % in 2026 and AWS spot +23 % 2022-23 (CAST AI)",
  },
  rewardPriceChange: {
    scale: "plain",
    low: -0.1,
    high: 0.04,
    grade: "derived",
    basis:
      "Storj paid 1.5 per TB and month for storage throughout, egress 20 until 2023, then 6 (recalled), then 2 from December 2023; its customer prices rose in July 2026",
  },
});
