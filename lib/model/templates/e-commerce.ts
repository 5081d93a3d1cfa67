import { assumed } from "../inputs/basis";
import { template } from "./declaration";

export const eCommerce = template("e-commerce", {
  title: "E-commerce platform",
  what: "A platform of 5,000 web shops with four million shoppers a month: pages, sessions, product images, orders.",
  sources:
    "Page weight is from the HTTP Archive Web Almanac 2024 and the availability target from Shopify 2018; shops, shoppers, catalogue and compute are assumptions that a shop owner can replace.",
  isNot: "It is not a marketplace giant, and payment itself stays with a payment provider in all four architectures.",
  figures: {
    users: [4000000, assumed("5,000 shops with 800 shoppers a month each")],
    storedTB: [
      40,
      assumed(
        "5,000 shops x 2,000 products x 6 images of 0.25 MB in several sizes, plus orders, search indexes and logs",
      ),
    ],
    egressTB: [
      85,
      "HTTP Archive Web Almanac 2024: median page 2.65 MB desktop, 2.31 MB mobile; here 2.5 visits of 6 pages, 2.5 MB the first and 0.8 MB each later page, 30 % on top for bots",
    ],
    coreHours: [150000, assumed("about 200 cores for pages, search, images, databases and batch work")],
    peakToMean: [6, assumed("campaign and Black Friday peaks")],
    bitrateMbps: [0.2, "6.5 MB over a visit of about five minutes"],
    catalogueItems: [
      1000000,
      assumed("product images in demand; each is small and seldom wanted by two shoppers at once"),
    ],
    targetAvailability: [0.9998, "Shopify 2018: 99.98 % uptime"],
    outageCostPerHour: [2000, assumed("500 million of sales a year, 3 % of it to the platform")],
    sites: [2, assumed("two sites, so that one may fail")],
    usersPerSupportAgent: [
      350000,
      assumed("support is for 5,000 merchants (one agent for about 400), not for shoppers"),
    ],
    coveredPosts: [1, assumed("one post day and night")],
    onPremisesEngineeringFTE: [10, assumed("the platform team")],
    cloudEngineeringFTE: [10, assumed("the platform team")],
    hybridEngineeringFTE: [11, assumed("one more for delivery between browsers")],
    peerToPeerEngineeringFTE: [14, assumed("orders and stock must be agreed by machines that nobody trusts")],
    onPremisesSecurityFTE: [1.5, assumed("payments")],
    cloudSecurityFTE: [1.5, assumed("payments")],
    hybridSecurityFTE: [2, assumed("payments, and images from strangers")],
    peerToPeerSecurityFTE: [3, assumed("payments and customer data beside machines of strangers")],
    onPremisesComplianceAnnual: [90000, assumed("PCI DSS assessment and data protection")],
    cloudComplianceAnnual: [60000, assumed("part of the controls is inherited from the provider")],
    hybridComplianceAnnual: [110000, assumed("as own servers, plus browser delivery")],
    peerToPeerComplianceAnnual: [250000, assumed("personal data on machines of others")],
    computeQuorum: [3, assumed("majority of three, since an order must not be forged")],
    peerAvailability: [0.8, "volunteer desktops about 0.8 (recalled from Anderson and Fedak 2006)"],
    repairThreshold: [52, "set with peerAvailability: 29 of 52 at 0.8 keeps data readable at more than four nines"],
    totalPieces: [98, assumed("keeps repair as seldom as the default does")],
    contributingShare: [0.3, assumed("merchants and shoppers have little reason to leave it running")],
    acquisitionCost: [10, assumed("nobody comes to a web shop to install software")],
    supportPerInstallYear: [0.05, assumed("delivery between browsers installs nothing")],
    maximumParticipation: [0.01, assumed("one shopper in a hundred")],
  },
});
