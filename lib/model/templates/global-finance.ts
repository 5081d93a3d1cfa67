import { assumed } from "../inputs/basis";
import { template } from "./declaration";

export const globalFinance = template("global-finance", {
  title: "Global financial services",
  what: "A financial group with six million customers runs three sites on own servers today and weighs a move to two cloud regions over seven years; peers are forbidden.",
  sources:
    "Compliance figures follow the tiers of Deloitte's DORA assessment as quoted by DORA Atlas; sizes, staff and the cost of moving are assumptions.",
  isNot:
    "It is not a mainframe or trading-floor model, and the two forbidden architectures are shown for comparison only.",
  says: "Over seven years. Outside the total, peer to peer participants bear 7.09 million and are paid 7.61 million. The cloud leads where own servers are used half as well.",
  figures: {
    horizonMonths: [84, assumed("a move takes two years and must be judged beyond it")],
    currentArchitecture: ["onPremises", assumed("own data centres today")],
    users: [6000000, assumed("retail and business customers in several countries")],
    usersGrowth: [0.05, assumed("mature markets")],
    storedTB: [4000, assumed("accounts, payments, documents, risk data")],
    egressTB: [400, assumed("apps, statements, interfaces")],
    coreHours: [6000000, assumed("about 8,200 cores in use")],
    targetAvailability: [0.99995, assumed("payment services: 26 minutes a year")],
    outageCostPerHour: [500000, assumed("own figure to be entered; surveys are no basis")],
    sites: [3, assumed("two near sites and one far away, each able to carry all")],
    serverUtilisation: [0.35, assumed("batch nights, quiet weekends, separate environments")],
    storageDataPieces: [8, assumed("8 of 11 at each site")],
    storageTotalPieces: [11, assumed("8 of 11 at each site")],
    storageServerPrice: [60000, assumed("enterprise flash at about 300 per raw TB")],
    coveredPosts: [6, assumed("network, platform, database, security, payments, duty manager")],
    dualRunMonths: [6, assumed("applications move one by one; each runs twice for about half a year")],
    cloudUtilisation: [0.4, assumed("a second region is kept warm")],
    cloudCommitShare: [0.7, assumed("three-year agreement")],
    cloudStoragePerTBMonth: [50, assumed("object storage in two regions (2 x 23), a little on block volumes")],
    cloudAvailability: [
      0.99999,
      assumed("two regions at 99.99 % each, one failure in twenty common to both (as commonCauseShare)"),
    ],
    cloudMigration: [25000000, assumed("500 applications at 50,000 each")],
    onPremisesEngineeringFTE: [120, assumed("application owners")],
    cloudEngineeringFTE: [120, assumed("the same people")],
    hybridEngineeringFTE: [125, assumed("shown although not permitted")],
    peerToPeerEngineeringFTE: [150, assumed("shown although not permitted")],
    onPremisesSecurityFTE: [30, assumed("security operations and identity")],
    cloudSecurityFTE: [30, assumed("the same people")],
    hybridSecurityFTE: [33, assumed("shown although not permitted")],
    peerToPeerSecurityFTE: [45, assumed("shown although not permitted")],
    peerToPeerMigration: [50000000, assumed("every application written anew; shown although not permitted")],
    onPremisesComplianceAnnual: [
      5000000,
      "Deloitte's DORA assessment as quoted by DORA Atlas: 1.5-5 million a year for a large bank, 5-15 million for the largest; here between the two",
    ],
    cloudComplianceAnnual: [
      6750000,
      "a third more: third-party risk was about 35 % of a large French programme (DORA Atlas)",
    ],
    hybridComplianceAnnual: [10000000, assumed("twice own servers; shown although not permitted")],
    peerToPeerComplianceAnnual: [15000000, assumed("three times own servers; shown although not permitted")],
    hybridPermitted: [
      0,
      "customer traffic may not pass devices that the firm does not control (bank secrecy, outsourcing rules, PCI DSS)",
    ],
    peerToPeerPermitted: [
      0,
      "customer data and payments may not sit on devices that the firm does not control (bank secrecy, outsourcing rules, PCI DSS)",
    ],
  },
});
