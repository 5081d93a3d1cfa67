import type { InputKey } from "../inputs";

/** What differs between the architectures in the same words. */
const each = {
  engineering: "People who write, change and release the service itself, such as two developers on a web shop: 2.",
  security: "People who keep it secure: half of one person's week on patches, access and audits is 0.5.",
  compliance:
    "Audits, certificates and legal advice that this way of running asks for each year, such as an ISO 27001 audit.",
  migration: "What moving the service here costs once, such as a partner who moves the data over for a fixed price.",
  development:
    "Software that must be built once before it can run this way, such as a tool that spreads load over two sites.",
  loss: "What incidents cost in an average year: one breach of 500,000 in ten years is 50,000 a year.",
  permitted: "Whether law, contracts and policy allow it: no where, for example, data must not leave the building.",
} as const;

/** What each input is, in a sentence with an example: said first to a person who asks about it. */
export const inputMeanings: Readonly<Partial<Record<InputKey, string>>> = {
  horizonMonths: "How many months are compared: 60 is five years, about one life of a server.",
  discountRate: "How much less money is worth a year later: at 8 %, 108 to be paid in a year counts as 100 paid today.",
  costOfMoney: "The yearly interest on money borrowed to buy equipment, such as 8 % on a lease of servers.",
  hoursPerMonth: "The hours of an average month, over which energy and rented hours are counted: 8,760 a year are 730.",
  residualShare:
    "How much of the book value of equipment still in use at the end is credited: 100 % counts a server at half its life with half its price.",
  contingencyShare: "A reserve on top of all costs for what nobody has thought of: 10 % adds 10 to each 100.",
  developmentLifeMonths: "Over how many months software built once is written off, such as 60 for five years of use.",
  currentArchitecture: "How the service runs at present, such as own servers; nothing for a service that is new.",
  currentAgeMonths:
    "How old the equipment in use is on average: machines bought two and a half years ago are 30 months.",
  resaleShare:
    "What equipment brings when it is sold early, of its book value: servers booked at 100,000 and sold for 10,000 bring 10 %.",

  generalInflation: "How much prices in general rise a year: at 3 %, audits of 30,000 cost 30,900 a year later.",
  wageInflation: "How much pay rises a year: at 3.5 %, a salary of 100,000 becomes 103,500.",
  electricityInflation: "How much electricity rises a year: at 3 %, 0.146 a kWh becomes 0.150.",
  facilityInflation: "How much colocation rises a year: at 4 %, a rack of 1,000 a month becomes 1,040.",
  hardwarePriceChange:
    "How the price of the same server changes a year: at −10 %, its successor costs 9,000 where it cost 10,000.",
  bandwidthPriceChange: "How the price of bandwidth changes a year: at −8 %, 100 a month becomes 92.",
  bandwidthDiscountPerTenfold:
    "How much cheaper each TB gets where ten times as much is bought: at 40 %, 8 a TB becomes 4.80.",
  cloudPriceChange: "How the cloud's list prices change a year: 0 % where a core costs next year what it costs now.",
  rewardPriceChange: "How what participants are paid changes a year: at −5 %, 2 a TB becomes 1.90.",

  demandScale: "All demand of this model times this figure: 2 asks what twice as large a service would cost.",
  users: "People who use the service in a month at the start: an app that 50,000 people open each month has 50,000.",
  usersGrowth: "How many more users there are a year later: at 15 %, 50,000 become 57,500.",
  storedTB: "What users and the service keep, counted once and without copies: a million photos of 3 MB are 3 TB.",
  storedGrowth: "How much more is stored a year later: at 20 %, 100 TB become 120.",
  egressTB: "What users download in a month: 50,000 users who each fetch 10 GB take 500 TB.",
  egressGrowth: "How much more is delivered a year later: at 20 %, 500 TB a month become 600.",
  coreHours: "Work done by processors in a month: ten servers of 64 cores, busy for 156 hours, do about 100,000.",
  coreHoursGrowth: "How much more computing there is a year later: at 10 %, 100,000 core-hours become 110,000.",
  peakToMean: "How much higher traffic is in the busiest hour than on average: evenings of 2.5 times the mean are 2.5.",
  bitrateMbps: "How fast one user takes what is delivered: a film in HD about 5 Mbit/s.",
  catalogueItems: "How many different things users fetch: a film library of 1,000 titles has 1,000.",
  popularityExponent:
    "How much demand gathers on a few items: at 1 the second most popular is asked for half as often as the first, at 0 all alike.",
  targetAvailability: "How much of the time the service must be up: 99.95 % allows 4.4 hours of outage a year.",
  targetAnnualLoss:
    "The chance you accept that a given object is lost within a year: 1 in 10 million loses one of ten million photos a year.",
  outageCostPerHour:
    "What an hour without the service costs you: a shop that sells for 10,000 an hour at a margin of 20 % loses 2,000.",

  coresPerServer:
    "Hardware threads of one server, as its data sheet counts them: two processors of 16 cores with two threads each are 64.",
  serverUtilisation: "How busy servers are on average: cores that work 8.4 of 24 hours are 35 %.",
  serverHeadroom: "Capacity bought beyond the need of the day: at 20 %, twelve servers stand where ten would do.",
  spareServers: "Servers at each site that wait for another to fail, such as 1 of the same kind in the rack.",
  serverPrice: "What one server for computing and delivery costs to buy, with memory and disks, such as 14,000.",
  serverPeakWatts: "What one server draws when all of it works, such as 500 W at the plug.",
  serverLoadFactor: "What a server draws on average, of its peak: 300 of 500 W are 60 %.",
  serverLifeMonths: "After how many months a server is replaced: 60 is five years.",
  serverAvailability: "How much of the time one server is up: 99.5 % is down for 44 hours a year.",
  deliveryMbpsPerServer: "What one server can send without pause: 20,000 Mbit/s with a network card of 25 Gbit/s.",
  storageServerTB: "Disks of one storage server before copies: twelve of 16 TB are 192 TB.",
  storageServerPrice: "What one storage server costs to buy with its disks, such as 11,000.",
  storageServerPeakWatts: "What one storage server draws when all of it works, such as 640 W at the plug.",
  storageServerLifeMonths: "After how many months a storage server is replaced: 60 is five years.",
  minStorageServers:
    "The fewest storage servers at a site, however little is stored: three where each object has three copies.",
  storageDataPieces:
    "How many pieces of an object must be there to read it: 1 with whole copies, 10 of 14 with erasure coding.",
  storageTotalPieces: "How many pieces of an object are kept: 3 with three whole copies, 14 of which any 10 do.",
  storageFill: "How full disks may get before more are bought: at 80 %, 100 TB of disks hold 80 TB.",
  driveAnnualFailureRate: "How many of a hundred drives fail in a year: 1.46 % is between one and two.",
  rebuildDays: "How long it takes to make up for a lost drive, such as one day for 16 TB over a busy network.",
  networkShare: "Switches and cables, of the price of servers: at 20 %, servers of 100,000 need equipment of 20,000.",
  networkLifeMonths: "After how many months switches are replaced: 60 is five years.",
  maintenanceRate:
    "A yearly contract for repairs, of the purchase price: at 15 %, a server of 14,000 costs 2,100 a year.",
  warrantyMonths: "How long the maker repairs without a contract: 36 with three years of warranty.",
  managementPerServerYear:
    "Licences of tools that watch, patch and protect one server for a year, such as 430 + 430 + 250.",
  backupCopies:
    "Copies of all data kept apart from the service: 1 where every night's backup goes to another provider.",
  backupPerTBMonth: "What keeping a TB of backup costs a month, such as 5 with a cold-storage provider.",
  sites: "Data centres each of which can carry all of the load alone: 2 where one may burn down and nobody notices.",
  siteAvailability:
    "How much of the time one data centre is up: Tier III promises 99.982 %, 1.6 hours of outage a year.",
  siteLossPerYear:
    "How likely a site, or a backup, is lost with all that is on it: one fire in 10,000 data centre years is 0.01 %.",
  commonCauseShare: "How many outages hit all sites together, such as a bad release: 5 % is one in twenty.",

  pue: "All power of a data centre over that of its machines: 1.54 draws 54 W for cooling and losses with each 100 W of servers.",
  electricityPrice: "What a kWh costs, with grid fees and taxes, such as 0.146 on the bill of a business.",
  gridCarbonPerKWh: "Carbon dioxide for each kWh from the grid: 0.4 kg with half coal and gas, 0.05 with hydropower.",
  coloPerKWMonth: "Rent for a kW of racks with cooling in another company's data centre, such as 195 a month.",
  ownFacilityKW:
    "How much of the machines' load a data centre of your own carries: 0 rents all of it, 100 carries about 150 servers.",
  ownFacilityCostPerKW: "What building your own data centre costs for each kW of machines, such as 11,700.",
  ownFacilityLifeMonths: "Over how many months your own data centre is used: 144 is twelve years.",
  ownFacilityOpexPerKWMonth:
    "What running your own data centre costs for each kW a month, without electricity: guards, repairs, insurance.",

  egressPricePerTB: "What a TB sent to the internet costs where bandwidth is bought by volume, such as 8.",
  cdnShare:
    "How much of what users download comes from a delivery network: 80 % where pictures and films do and pages do not.",
  cdnPricePerTB: "What a delivery network takes for a TB, such as 20 with a yearly contract.",
  transitPricePerMbps:
    "What each Mbit/s at the peak costs a month where bandwidth is bought by rate, such as 0.30; 0 buys by volume.",

  coveredPosts: "Posts that are filled at all hours: 1 where one person watches the service day and night.",
  hoursPerWeek:
    "Hours in a week of full-time work: a post filled day and night needs 168 of them, more than four people.",
  absenceShare: "How much of the paid time people are away: six weeks of leave and two of illness in 52 are 15 %.",
  minimumOperationsFTE: "The fewest operators, however small the service: 1 where it is never left to nobody.",
  serversPerEngineer: "How many servers one operator looks after: 100 with good automation, 30 without.",
  storedTBPerEngineer: "How many TB of disks one operator looks after, such as 5,000.",
  operationsSalary:
    "What an operator costs a year, with social security, room and tools: pay of 100,000 costs about 143,000.",
  engineeringSalary:
    "What a developer costs a year, with social security, room and tools: pay of 133,000 costs about 190,000.",
  supportSalary: "What a support agent costs a year, with social security, room and tools, such as 80,000.",
  securitySalary: "What a security engineer costs a year, with social security, room and tools, such as 190,000.",
  usersPerSupportAgent:
    "How many users one support agent answers: 50,000 where one user in a hundred writes in a month.",

  onPremisesEngineeringFTE: each.engineering,
  onPremisesSecurityFTE: each.security,
  onPremisesComplianceAnnual: each.compliance,
  onPremisesMigration: each.migration,
  onPremisesDevelopment: each.development,
  onPremisesExpectedLossAnnual: each.loss,
  onPremisesPermitted: each.permitted,

  dualRunMonths: "How long old and new run side by side while users move over: 3 pays for both for a quarter.",

  cloudPerCoreHour:
    "What a rented core with its memory costs an hour, from the price list: 0.194 for four cores with 16 GB is 0.0486 each.",
  cloudUtilisation: "How busy rented cores are on average: of 100 that are paid for, 35 work.",
  cloudCommitShare:
    "How much of the computing is promised to the provider for years: 50 % where the base load is reserved.",
  cloudCommitDiscount: "What such a promise takes off the price: at 30 %, 100 becomes 70.",
  cloudStoragePerTBMonth: "What a TB in object storage costs a month, such as 23 in a standard class.",
  cloudEgressTier1TB: "Up to how many TB a month the first price for outgoing data holds, such as 10.24.",
  cloudEgressTier2TB: "Up to how many TB a month the second price for outgoing data holds, such as 51.2.",
  cloudEgressTier3TB: "Up to how many TB a month the third price for outgoing data holds, such as 153.6.",
  cloudEgressTier1Price: "What a TB sent to the internet costs in the first tier, such as 90 on a public price list.",
  cloudEgressTier2Price: "What a TB sent to the internet costs in the second tier, such as 85 on a public price list.",
  cloudEgressTier3Price: "What a TB sent to the internet costs in the third tier, such as 70 on a public price list.",
  cloudEgressTier4Price:
    "What a TB sent to the internet costs beyond the third tier, such as 50 on a public price list.",
  cloudOperationsShare:
    "Logs, monitoring, load balancers and other extras, of the cost of computing: at 20 %, 100 become 120.",
  cloudSupportShare: "The provider's support plan, of the bill: at 5 %, a bill of 10,000 carries 500 of support.",
  coresPerCloudEngineer: "How many rented cores one operator looks after, such as 2,000 with infrastructure as code.",
  cloudEngineeringFTE: each.engineering,
  cloudSecurityFTE: each.security,
  cloudComplianceAnnual: each.compliance,
  cloudMigration: each.migration,
  cloudDevelopment: each.development,
  cloudExpectedLossAnnual: each.loss,
  cloudPermitted: each.permitted,
  cloudAvailability: "How much of the time the provider promises to be up: 99.99 % allows 53 minutes a year.",
  cloudWattsPerCore: "What a rented core draws on average, such as 2.12 W, for energy and carbon alone.",
  cloudPue: "All power of the provider's data centre over that of its machines: 1.135 adds 13.5 W to each 100.",
  cloudAnnualLoss:
    "The chance the provider states of losing a given object within a year: eleven nines are 1 in 100 billion.",

  peerStorageTB: "Disk space one participant lends, such as half a TB of a home computer.",
  peerFill: "How full that space gets: at 60 %, 0.5 TB lent hold 0.3 TB.",
  uplinkMbps: "How fast a participant's line sends, such as 30 Mbit/s of a cable connection.",
  uplinkShare: "How much of that line is lent: at 30 %, 9 of 30 Mbit/s.",
  peerMonthlyCapTB:
    "How much a participant may send in a month: a line capped at 1.2 TB whose household uses 0.7 leaves 0.5.",
  peerCores: "Processor cores of a participant's device: 4 in a usual laptop.",
  peerCpuShare: "How much of those cores is lent: 50 % lets two of four work for the service.",
  cpuEfficiency:
    "How much work a borrowed core does beside one in a server room: 90 % where a tenth goes to starting and sending.",
  peerAvailability: "How much of the time a participant's device is there: on for 21.6 of 24 hours is 90 %.",
  peerLifetimeMonths: "After how many months a participant leaves on average, such as 12.",
  contributingShare: "How many of those who installed it give anything: 50 % where every second one only takes.",
  dataPieces: "How many pieces of an object must be there to read it: 29 of 80 with erasure coding.",
  repairThreshold: "How few pieces may be left before new ones are made: 42 where 29 are needed leaves 13 to spare.",
  totalPieces: "How many pieces of an object are spread over participants, such as 80, each on another device.",
  computeQuorum:
    "How often each computation is done so that a wrong result is noticed: 2 gives every one to two devices.",
  transferOverhead: "What is sent beside the data itself: at 5 %, 105 GB cross the line for 100.",
  repairHours: "How long it takes to notice that a device is gone and to make its pieces anew, such as 24 hours.",
  minimumPeers: "The fewest participants the service works with: 80 where each of 80 pieces goes to another device.",
  relayShare:
    "How much traffic cannot go straight between two devices, as behind some home routers: 20 % goes through a relay.",
  relayPerTB: "What a TB through a relay costs, such as 20: it comes in and goes out again.",
  storageReward: "What participants are paid for keeping a TB for a month, such as 1.50.",
  egressReward: "What participants are paid for sending a TB to users, such as 2.",
  repairReward: "What participants are paid for sending a TB to repair lost pieces, such as 2.",
  computeReward: "What participants are paid for an hour of a core, such as half a cent.",
  fraudShare: "How much is paid for work that was not done: at 5 %, five of 100.",
  paymentFee: "What paying one participant costs a month, such as 0.10 for a transfer.",
  acquisitionCost: "What it costs to win one more participant, such as 5 of advertising.",
  supportPerInstallYear: "What helping one participant costs a year: one question in twenty years at 10 is 0.50.",
  installsPerCoordinator: "How many installations one coordination server keeps track of, such as 50,000.",
  minimumCoordinators: "The fewest coordination servers: 6 where two stand in each of three places.",
  coordinatorPerMonth: "What one coordination server costs a month, such as 300 rented.",
  coordinatorAvailability: "How much of the time one coordination server is up: 99.9 % is down for 8.8 hours a year.",
  peerCommonFailure:
    "How much of the time all participants fail together, as after a bad update: 0.015 % is 1.3 hours a year.",
  peerCorrelatedLossPerYear:
    "How likely all pieces are lost at once within a year, as by one bug on every device: 0.01 % is once in 10,000 years.",
  repairWorkerPerTB: "What a server's work costs for each TB of pieces made anew, such as 1.",
  peerToPeerDevelopment:
    "Software for participants' devices that must be built once, such as an app for three systems.",
  peerToPeerEngineeringFTE: each.engineering,
  peerToPeerSecurityFTE: each.security,
  peerToPeerComplianceAnnual: each.compliance,
  peerToPeerMigration: each.migration,
  peerToPeerExpectedLossAnnual: each.loss,
  peerToPeerPermitted: each.permitted,
  maximumParticipation: "How many of the users would install it at best: 7 of 100 are 7 %.",

  peerWatts: "What a device draws more because it takes part, such as 8.6 W of a disk that never sleeps.",
  attributedShare:
    "How much of that counts as the service's: 50 % where the device would be on for half of the time anyway.",
  homeElectricityPrice: "What a kWh costs a household, such as 0.187.",
  homeGridCarbonPerKWh: "Carbon dioxide for each kWh at home: 0.4 kg with half coal and gas, 0.05 with hydropower.",
  homeBandwidthPerTB: "What a participant pays for each TB that is sent: 0 with a flat rate.",
  peerDeviceCost:
    "Wear of a device that is put down to the service: half a TB of a disk that costs 22.50 a TB is about 12.",
  peerDeviceLifeMonths: "Over how many months that device wears out: 60 is five years.",

  hybridContributingShare: "How many users pass on what they have downloaded: 30 of 100 are 30 %.",
  useMeasuredOffload:
    "Whether you know from a trial how much peers take over: yes uses that figure in place of the model's own.",
  measuredOffload: "How much of what users download came from other users in that trial, such as 70 %.",
  sdkPerTB: "What the maker of peer delivery software takes for a TB that peers deliver, such as 1.",
  hybridRewardPerTB: "What users are paid for a TB that they pass on: 0 where they do it for nothing.",
  fallbackReserve:
    "Capacity kept on servers for when peers are missing, of the peak: at 30 %, three of ten users can be served at once.",
  hybridDevelopment:
    "Software for delivery by peers that must be built once, such as a player that fetches from others.",
  hybridEngineeringFTE: each.engineering,
  hybridSecurityFTE: each.security,
  hybridComplianceAnnual: each.compliance,
  hybridMigration: each.migration,
  hybridExpectedLossAnnual: each.loss,
  hybridPermitted: each.permitted,
  minimumSignallingServers:
    "The fewest servers that bring users together: 3 where one may fail and one is being updated.",
};
