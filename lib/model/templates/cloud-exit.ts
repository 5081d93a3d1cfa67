import { assumed } from "../inputs/basis";
import { template } from "./declaration";

export const cloudExit = template("cloud-exit", {
  title: "Leaving the cloud",
  what: "A software company with a known cloud bill of 3.2 million a year, a third of it for 8 PB of object storage, considers own servers at two sites, as 37signals did.",
  sources:
    "Bill, stored data, servers, storage arrays, racks and sites are what 37signals published from 2022 to 2025; core-hours and unit prices are set so that the bill and the purchase come out; users, support and staff are assumptions.",
  isNot:
    "It is not 37signals' books: what it published covers infrastructure only, and figures of 2022, 2023 and 2024 are put on one day.",
  figures: {
    currentArchitecture: ["cloud", "37signals 2022"],
    users: [1000000, assumed("not published; also sets support, alike in all")],
    usersGrowth: [0.05, assumed("mature products")],
    storedTB: [4000, "37signals 2022: 8 PB in S3, which counts a copy in a second region"],
    storedGrowth: [0.12, "37signals: 8 PB in 2022, almost 10 PB in 2024"],
    egressTB: [200, assumed("so that the CDN costs about 2 % of the bill (Rickard on the 2022 breakdown)")],
    egressGrowth: [0.05, assumed("mature products")],
    coreHours: [430000, "so that the model buys 20 servers at two sites, as 37signals did in 2023"],
    coreHoursGrowth: [0.05, assumed("mature products")],
    coresPerServer: [200, "37signals 2023: 4,000 vCPU in 20 Dell R7625"],
    serverPrice: [35000, "37signals 2024: about 700,000 for 20 servers"],
    serverPeakWatts: [800, assumed("two processors with flash")],
    sites: [2, "37signals: Chicago and Ashburn"],
    storageDataPieces: [15, assumed("15 of 17 at each site")],
    storageTotalPieces: [17, assumed("15 of 17 at each site")],
    storageFill: [0.55, "37signals: 18 PB bought for almost 10 PB"],
    storageServerTB: [510, assumed("a unit of 450 TB usable; 40 make the 18 PB")],
    storageServerPrice: [
      32500,
      "37signals 2024: 18 PB of Pure Storage cost about one year of S3, 1.3 million; 40 units",
    ],
    storedTBPerEngineer: [10000, assumed("few arrays under a service contract")],
    backupCopies: [0, "the second region or site is the copy"],
    coloPerKWMonth: [
      800,
      "37signals 2023: 840,000 a year less 120,000 of hardware for eight racks, power and bandwidth; half of it for the new machines",
    ],
    cdnShare: [0.65, assumed("attachments by CDN")],
    cdnPricePerTB: [40, assumed("CloudFront with a commitment")],
    minimumOperationsFTE: [8, assumed("37signals kept the size of its operations team; the size itself is assumed")],
    onPremisesMigration: [300000, assumed("tools and moving petabytes; AWS waived egress")],
    cloudPerCoreHour: [0.085, "so that compute is about 20 % of 3.2 million a year (Rickard on the 2022 breakdown)"],
    cloudOperationsShare: [2.3, "managed databases, search, caches and the rest: what is left of the 3.2 million"],
    cloudStoragePerTBMonth: [20, "37signals 2022: just under a million a year in S3 for 8 PB"],
    cloudSupportShare: [0.03, assumed("large account")],
    peerToPeerComplianceAnnual: [250000, assumed("customers' private files on machines of others")],
  },
});
