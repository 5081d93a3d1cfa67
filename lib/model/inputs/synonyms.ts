import { type Architecture, architectures } from "../architectures";
import type { InputKey } from "../inputs";

/** What every architecture has an input of. */
type OfEach<K> = K extends `cloud${infer Of}` ? (`${Architecture}${Of}` extends InputKey ? Of : never) : never;

const ofEach = <Of extends OfEach<InputKey>>(of: Of) => architectures.map((one) => `${one}${of}` as const);

const storageServers = [
  "storageServerTB",
  "storageServerPrice",
  "storageServerPeakWatts",
  "storageServerLifeMonths",
  "minStorageServers",
] as const;
const purchases = [
  "serverPrice",
  "storageServerPrice",
  "networkShare",
  "hardwarePriceChange",
  "ownFacilityCostPerKW",
  "onPremisesDevelopment",
  "onPremisesMigration",
] as const;
const runningCosts = [
  "maintenanceRate",
  "managementPerServerYear",
  "backupPerTBMonth",
  "coloPerKWMonth",
  "ownFacilityOpexPerKWMonth",
  "electricityPrice",
] as const;
const operators = [
  "operationsSalary",
  "minimumOperationsFTE",
  "coveredPosts",
  "serversPerEngineer",
  "storedTBPerEngineer",
  "coresPerCloudEngineer",
] as const;
const developers = ["engineeringSalary", ...ofEach("EngineeringFTE")] as const;
const securityEngineers = ofEach("SecurityFTE");
const salaries = ["operationsSalary", "engineeringSalary", "supportSalary", "securitySalary", "wageInflation"] as const;
const cloudPrices = [
  "cloudPerCoreHour",
  "cloudStoragePerTBMonth",
  "cloudEgressTier1Price",
  "cloudEgressTier2Price",
  "cloudEgressTier3Price",
  "cloudEgressTier4Price",
  "cloudOperationsShare",
  "cloudSupportShare",
  "cloudPriceChange",
] as const;
const cloudTraffic = [
  "cloudEgressTier1TB",
  "cloudEgressTier2TB",
  "cloudEgressTier3TB",
  "cloudEgressTier1Price",
  "cloudEgressTier2Price",
  "cloudEgressTier3Price",
  "cloudEgressTier4Price",
] as const;
const traffic = [
  "egressTB",
  "egressGrowth",
  "egressPricePerTB",
  "transitPricePerMbps",
  "cdnShare",
  "cdnPricePerTB",
] as const;
const lives = [
  "serverLifeMonths",
  "storageServerLifeMonths",
  "networkLifeMonths",
  "ownFacilityLifeMonths",
  "developmentLifeMonths",
  "residualShare",
] as const;
const pieces = ["storageDataPieces", "storageTotalPieces", "dataPieces", "repairThreshold", "totalPieces"] as const;
const compliance = ofEach("ComplianceAnnual");
const migrations = ofEach("Migration");
const availabilities = [
  "targetAvailability",
  "siteAvailability",
  "serverAvailability",
  "cloudAvailability",
  "coordinatorAvailability",
  "peerAvailability",
] as const;

/** Other words that people search by, and the inputs that they mean. What a label, key or basis has need not stand here. */
const synonyms: readonly (readonly [words: string, inputs: readonly InputKey[]])[] = [
  ["NAS SAN array disks drives hard disk", storageServers],
  ["CAPEX purchase investment", purchases],
  ["hardware machine box Dell", ["serverPrice", "coresPerServer", "serverLifeMonths", "serverPeakWatts"]],
  ["OPEX running costs", runningCosts],
  ["admin administrator sysadmin ops devops SRE team", operators],
  ["developer programmer devs team", developers],
  ["headcount heads staff team people", [...operators, ...developers, ...securityEngineers, "usersPerSupportAgent"]],
  ["on-call shifts 24/7 night", ["coveredPosts", "hoursPerWeek"]],
  ["payroll wage wages salary salaries", salaries],
  ["helpdesk customer service tickets", ["supportSalary", "usersPerSupportAgent", "supportPerInstallYear"]],
  ["holiday vacation sick", ["absenceShare"]],
  ["colo data centre data center datacenter rack hosting rent", ["coloPerKWMonth", "facilityInflation", "sites"]],
  ["bill invoice AWS Azure Google GCP", cloudPrices],
  ["power utility kWh", ["electricityPrice", "electricityInflation", "homeElectricityPrice", "pue", "cloudPue"]],
  ["cooling", ["pue", "cloudPue"]],
  ["CO2 emissions footprint climate", ["gridCarbonPerKWh", "homeGridCarbonPerKWh"]],
  ["egress traffic bandwidth transfer download outbound", [...traffic, ...cloudTraffic]],
  ["IP transit peering uplink", ["transitPricePerMbps", "egressPricePerTB"]],
  ["Cloudflare Akamai Fastly caching", ["cdnShare", "cdnPricePerTB"]],
  ["EC2 VM vCPU instance virtual machine", ["cloudPerCoreHour", "cloudUtilisation", "coreHours"]],
  ["CPU processor", ["coreHours", "coreHoursGrowth", "coresPerServer", "cloudPerCoreHour"]],
  ["bucket blob Glacier", ["cloudStoragePerTBMonth", "storedTB"]],
  ["reserved savings plan rebate", ["cloudCommitShare", "cloudCommitDiscount"]],
  ["capacity volume archive", ["storedTB", "storedGrowth"]],
  ["customers subscribers accounts", ["users", "usersGrowth"]],
  ["load factor burst busy hour", ["peakToMean", "serverHeadroom", "serverUtilisation"]],
  ["WACC interest capital", ["discountRate", "costOfMoney"]],
  ["loan lease leasing credit", ["costOfMoney"]],
  ["depreciation amortisation amortization refresh useful life", lives],
  ["salvage resale value second-hand", ["residualShare", "resaleShare"]],
  ["buffer reserve unforeseen", ["contingencyShare", "serverHeadroom", "spareServers", "fallbackReserve"]],
  ["CPI price rise", ["generalInflation"]],
  ["SLA SLO uptime downtime nines outage", availabilities],
  ["durability data loss", ["targetAnnualLoss", "cloudAnnualLoss", "siteLossPerYear", "backupCopies"]],
  ["erasure coding RAID replicas replication redundancy", pieces],
  ["AFR MTBF failure rate", ["driveAnnualFailureRate", "rebuildDays"]],
  ["GDPR legal lawyer auditor ISO 27001 SOC 2", compliance],
  ["insurance incident breach fine", ["onPremisesExpectedLossAnnual", "cloudExpectedLossAnnual"]],
  ["switch switching project exit", [...migrations, "dualRunMonths"]],
  ["router switches cabling", ["networkShare", "networkLifeMonths"]],
  ["term period years", ["horizonMonths"]],
  ["churn turnover", ["peerLifetimeMonths"]],
  ["NAT TURN STUN firewall", ["relayShare", "relayPerTB"]],
  ["incentive payout tokens", ["storageReward", "egressReward", "repairReward", "computeReward", "rewardPriceChange"]],
  ["marketing recruiting advertising", ["acquisitionCost"]],
  ["seeding WebRTC P2P", ["hybridContributingShare", "measuredOffload", "sdkPerTB"]],
];

const wordsByInput = new Map<string, string>();
for (const [words, inputs] of synonyms) {
  for (const key of inputs) wordsByInput.set(key, `${wordsByInput.get(key) ?? ""} ${words}`.trim());
}

/** Other words for an input, to be searched; empty where it has none. */
export function synonymsOf(key: string): string {
  return wordsByInput.get(key) ?? "";
}
