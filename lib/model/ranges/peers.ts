import { rangeGroup } from "./declaration";

export const peersRanges = rangeGroup({
  peerStorageTB: {
    scale: "log",
    low: 0.15,
    high: 2.5,
    grade: "cited",
    basis:
      "Storj asks 0.5 at the least and had 14 PB (forum) to 30 PB (blog) on 13000 nodes in 2021, 1.1-2.3 each, from people with spare disks; ordinary users give a tenth",
  },
  peerFill: {
    scale: "logit",
    low: 0.33,
    high: 0.85,
    grade: "cited",
    basis:
      "Storj: 55 % in use in June 2021 (8.8 PB used, about 7 free), about a third in Q3 2023 when supply ran ahead; a managed network comes near full",
  },
  uplinkMbps: {
    scale: "log",
    low: 12,
    high: 75,
    grade: "cited",
    basis:
      "Ookla, US median upload of fixed lines: 11.9 in Q2 2020, 23.0 in March and 26.6 in December 2023; cable below, fibre several times that",
  },
  uplinkShare: {
    scale: "logit",
    low: 0.1,
    high: 0.6,
    driver: "participation",
    grade: "judged",
    basis: "what people leave on; nothing measured found",
  },
  peerMonthlyCapTB: {
    scale: "log",
    low: 0.15,
    high: 2,
    grade: "derived",
    basis:
      "a cap of 1.2 less 0.64 a household already uses (OpenVault Q3 2025) leaves 0.55; the average upload is 0.048; many fibre lines have no cap; Storj asks 1.5 a TB stored",
  },
  peerCores: {
    scale: "log",
    low: 1.5,
    high: 8,
    grade: "judged",
    basis: "BOINC 2019: 4 million cores in 700000 devices, 5.7 each; telephones and old laptops below",
  },
  peerCpuShare: {
    scale: "logit",
    low: 0.2,
    high: 0.8,
    driver: "participation",
    grade: "judged",
    basis: "volunteer defaults from half to all cores while idle; paid hosts give more",
  },
  cpuEfficiency: {
    scale: "logit",
    low: 0.75,
    high: 0.97,
    grade: "judged",
    basis:
      "0.90 of CPU time reached the task at SETI@home hosts (Anderson & Fedak 2006, recalled); laptops slow down when hot",
  },
  peerAvailability: {
    scale: "logit",
    low: 0.78,
    high: 0.985,
    driver: "peer-reliability",
    grade: "cited",
    basis:
      "Storj nodes at least 0.993; volunteer desktops about 0.8 (Anderson & Fedak 2006, recalled); file sharers 0.24 on average (Cuenca-Acuna et al. 2003), whom no operator would count on",
  },
  peerLifetimeMonths: {
    scale: "log",
    low: 4,
    high: 40,
    driver: "peer-reliability",
    grade: "derived",
    basis:
      "Storj 2023: 312-634 of 22000 nodes offline and 72-135 leaving in 30 days, 1.6-3.2 % a month, is 31-61 months for paid nodes; volunteer hosts about 3 (Anderson & Fedak 2006, recalled)",
  },
  contributingShare: {
    scale: "logit",
    low: 0.3,
    high: 0.75,
    driver: "participation",
    grade: "cited",
    basis:
      "Gnutella: 70 % share nothing (Adar & Huberman 2000), 26 % (Saroiu et al. 2002); Napster 20-40 % share little; paid or built-in clients lie above",
  },
  computeQuorum: {
    scale: "logit",
    low: 1.08,
    high: 2.1,
    driver: "peer-reliability",
    sign: -1,
    grade: "cited",
    basis:
      "BOINC: two copies for a quorum (SETI@home), 1.05-1.3 with adaptive replication; a third copy where two differ",
  },
  transferOverhead: {
    scale: "log",
    low: 0.02,
    high: 0.3,
    driver: "peer-reliability",
    sign: -1,
    grade: "cited",
    basis: "Storj: up to 1.3 times for the long tail; protocol headers alone a few per cent",
  },
  repairHours: {
    scale: "log",
    low: 6,
    high: 72,
    grade: "derived",
    basis:
      "Storj's published durability fits 12 hours (research note); Codex assumes 24 to notice and 24 to repair; peers that come back argue for waiting",
  },
  relayShare: {
    scale: "logit",
    low: 0.08,
    high: 0.4,
    grade: "cited",
    basis:
      "callstats 2016: 22 % of conferences; Twilio: 15 %; libp2p 2025: hole punching fails in 30 % +/- 7 % of 4.4 million tries; best case 5-10 %, carrier NAT 30-45 % (Sover 2026)",
  },
  relayPerTB: {
    scale: "log",
    low: 7,
    high: 55,
    driver: "bandwidth-prices",
    grade: "cited",
    basis: "own relays: traffic in and out at 2-20, and servers; Cloudflare 50 above a free 1 TB; Twilio 400",
  },
  storageReward: {
    scale: "log",
    low: 0.8,
    high: 3.5,
    grade: "cited",
    basis: "Storj 1.5; Sia 0.4 to 2 raw (2019); Filecoin warm storage 2.5 a TiB; Storj's customers pay 4 to 10",
  },
  egressReward: {
    scale: "log",
    low: 1,
    high: 10,
    grade: "cited",
    basis: "Storj 20 until 2023, 2 since December 2023; Sia 0.22 in 2019; customers pay 7",
  },
  repairReward: {
    scale: "log",
    low: 1,
    high: 7,
    grade: "cited",
    basis: "Storj 10 in its code's defaults, 2 since December 2023",
  },
  computeReward: {
    scale: "log",
    low: 0.0015,
    high: 0.014,
    grade: "derived",
    basis:
      "below: 5-10 W a thread at 0.187 a kWh is 0.001-0.002; above: cloud spot price, 0.15 to 0.40 of 0.0486 (AWS and GCP, August 2024), median 0.0135",
  },
  fraudShare: {
    scale: "logit",
    low: 0.01,
    high: 0.15,
    driver: "peer-reliability",
    sign: -1,
    grade: "judged",
    basis:
      "about 10 % of BitTorrent's population cheated (Zghaibeh & Anagnostakis 2007); withholding and audits push it down",
  },
  paymentFee: {
    scale: "log",
    low: 0.02,
    high: 0.5,
    grade: "derived",
    basis:
      "PayPal Payouts 2 % with a cap: 0.04-0.5 on 2-25 a month; Storj pays nothing where the fee exceeds a quarter",
  },
  acquisitionCost: {
    scale: "log",
    low: 1.2,
    high: 20,
    driver: "participation",
    sign: -1,
    grade: "cited",
    basis:
      "cost per install 2025: Android 1.20, iOS 3.60 (Mapendo), North America 5.30 (Business of Apps), 0.14 to 21 by kind (Liftoff); machines that stay on cost more to win",
  },
  supportPerInstallYear: {
    scale: "log",
    low: 0.12,
    high: 2.5,
    grade: "derived",
    basis: "22-45 a ticket (Frontface) times 0.005 to 0.06 tickets an install and year",
  },
  installsPerCoordinator: {
    scale: "log",
    low: 12_000,
    high: 250_000,
    grade: "derived",
    basis:
      "BOINC: one inexpensive server hands out 8.8 million tasks a day, 10 to 100 a host; Skype-like presence and audits need more a peer; public trackers far more",
  },
  coordinatorPerMonth: {
    scale: "log",
    low: 110,
    high: 800,
    grade: "derived",
    basis: "list of August 2024: 2 to 16 vCPU with 4 GB each at 0.05 a vCPU-hour is 70-580, plus disks and traffic",
  },
  coordinatorAvailability: {
    scale: "logit",
    low: 0.996,
    high: 0.9998,
    grade: "cited",
    basis:
      "cloud services 99.9 % on average (IWGCR 2012), most computing clouds above 99.90 % (CloudHarmony 2014), plus own releases",
  },
  peerCommonFailure: {
    scale: "log",
    low: 1.5e-5,
    high: 0.0012,
    driver: "peer-reliability",
    sign: -1,
    grade: "derived",
    basis:
      "Skype lost two days in August 2007 and about one in December 2010: 8e-4 over ten years; Ethereum 25 minutes and an hour without finality in May 2023: 2e-5 over eight years, 1.6e-4 in that year",
  },
  peerCorrelatedLossPerYear: {
    scale: "log",
    low: 1e-5,
    high: 0.0015,
    grade: "judged",
    basis: "a faulty client that deletes, an incentive that ends, a ban; never seen in a large paid network",
  },
  repairWorkerPerTB: {
    scale: "log",
    low: 0.3,
    high: 4,
    grade: "judged",
    basis: "decoding and moving a TB takes about an hour of a small server, plus its traffic where it is not free",
  },
  peerToPeerDevelopment: {
    scale: "log",
    low: 180_000,
    high: 1_300_000,
    driver: "development-cost",
    grade: "derived",
    basis:
      "Boehm 1981: x0.5 to x2 with the product defined; 18 % of IT projects overrun by more than half, those by 447 % on average (Flyvbjerg & Gardner 2023); PeerTube took about 650000 euro in seven years (Framasoft 2024)",
  },
  peerToPeerEngineeringFTE: {
    scale: "log",
    low: 1.65,
    high: 6.4,
    driver: "engineering-effort",
    grade: "derived",
    basis:
      "as own servers (Boehm 1981), wider because rarely done: PeerTube one to two paid developers (Framasoft 2024), SETI@home six programmers and administrators for 4.7 million machines (Astrobiology Magazine, about 2003)",
  },
  peerToPeerSecurityFTE: {
    scale: "log",
    low: 0.4,
    high: 2.6,
    driver: "regulation",
    grade: "judged",
    basis: "as own servers, twice: every peer is hostile until shown otherwise",
  },
  peerToPeerComplianceAnnual: {
    scale: "log",
    low: 22_000,
    high: 180_000,
    driver: "regulation",
    grade: "judged",
    basis:
      "as own servers plus data at strangers, tax forms, abuse; 30000-150000 in the research note, templates up to 250000",
  },
  peerToPeerMigration: {
    scale: "log",
    low: 24_000,
    high: 320_000,
    driver: "development-cost",
    grade: "derived",
    basis: "as the other moves (Boehm 1981; McKinsey 2021), and nobody has a routine for it",
  },
  maximumParticipation: {
    scale: "logit",
    low: 0.02,
    high: 0.2,
    driver: "participation",
    grade: "cited",
    basis:
      "BOINC: 5-10 % of those who hear of it; SETI@home 2020: 5 % of the registered active; Akamai NetSession: about 31 % allowed uploads (recalled), as the software was there already",
  },
});
