import { rangeGroup } from "./declaration";

export const hybridRanges = rangeGroup({
  hybridContributingShare: {
    scale: "logit",
    low: 0.12,
    high: 0.65,
    driver: "participation",
    grade: "cited",
    basis:
      "Akamai NetSession about 0.31 (recalled); those who shared: 30 % (Adar & Huberman 2000) to 74 % (Saroiu et al. 2002); telephones on mobile data do not upload",
  },
  measuredOffload: {
    scale: "logit",
    low: 0.45,
    high: 0.82,
    grade: "cited",
    basis:
      "Akamai NetSession 70-80 % (Zhao et al. 2013), Microsoft 76 % in its own network, Lumen above 77 % and Teleport at most 70 % at Euro 2020, Streamroot over 50 % on demand; 40-55 % common (BlazingCDN 2024); Peerplug claims 95 %",
  },
  sdkPerTB: {
    scale: "log",
    low: 0.2,
    high: 6,
    grade: "judged",
    basis:
      "free libraries (p2p-media-loader) and vendors who bill peer traffic (Peer5, CDNBye); no price list seen; it must stay well below the CDN's",
  },
  hybridDevelopment: {
    scale: "log",
    low: 70_000,
    high: 450_000,
    driver: "development-cost",
    grade: "derived",
    basis:
      "Boehm 1981: x0.5 to x2 with the product defined; IT tail: 18 % of projects overrun by more than half (Flyvbjerg & Gardner 2023); below it a free library and its integration",
  },
  hybridEngineeringFTE: {
    scale: "log",
    low: 1.47,
    high: 4.7,
    driver: "engineering-effort",
    grade: "derived",
    basis:
      "as own servers (Boehm 1981; Molokken & Jorgensen 2003), wider above for the peer part: PeerTube had one paid developer for six years, then two (Framasoft 2024)",
  },
  hybridSecurityFTE: {
    scale: "log",
    low: 0.3,
    high: 1.8,
    driver: "regulation",
    grade: "judged",
    basis: "as own servers, half as much again for code and data at users",
  },
  hybridComplianceAnnual: {
    scale: "log",
    low: 22_000,
    high: 150_000,
    driver: "regulation",
    grade: "judged",
    basis: "as own servers plus consent, privacy and lawyers for uploads by users",
  },
  hybridMigration: {
    scale: "log",
    low: 18_000,
    high: 220_000,
    driver: "development-cost",
    grade: "derived",
    basis: "as the other moves (Boehm 1981; McKinsey 2021)",
  },
});
