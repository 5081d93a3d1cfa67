import { assumed } from "../inputs/basis";
import { template } from "./declaration";

export const farmManagement = template("farm-management", {
  title: "Farm management with edge devices",
  what: "A cooperative of 6,000 farms stores drone imagery, machine data and sensor readings; edge devices of member farms are the peers.",
  sources:
    "Farms online and their lines are from USDA 2021-2023 and an FCC task force, imagery a hectare from a surveying handbook page, the rest is assumed.",
  isNot:
    "It is not the price of the sensors, drones or edge devices themselves, and farms without a usable line are left out.",
  figures: {
    users: [
      6000,
      assumed(
        "member farms of a large cooperative (USDA: 2.3 million memberships in 2,285 cooperatives in 2011, about 1,000 each)",
      ),
    ],
    usersGrowth: [0.05, assumed("slow growth")],
    storedTB: [
      500,
      "drone mapping: 200-500 GB raw per 500 ha (Surveyingpedia); here 30 % of farms fly 150 ha twice a year, raw kept a year, mosaics (a fifth of it) three years; sensor readings add little",
    ],
    storedGrowth: [0.15, assumed("more farms fly")],
    egressTB: [60, assumed("10 GB a farm and month of maps, imagery and machine files")],
    coreHours: [90000, assumed("half a core-hour a hectare for mosaics, plus crop models and interfaces")],
    peakToMean: [4, assumed("the season")],
    catalogueItems: [6000, "each farm mostly reads its own fields"],
    popularityExponent: [0.2, assumed("regional layers and weather are shared")],
    targetAvailability: [0.999, assumed("advice, not control")],
    cdnShare: [0.5, assumed("map tiles are cacheable, reports are not")],
    onPremisesEngineeringFTE: [4, assumed("agronomy software team")],
    cloudEngineeringFTE: [4, assumed("the same team")],
    hybridEngineeringFTE: [4.5, assumed("half a post more")],
    peerToPeerEngineeringFTE: [6, assumed("software on edge devices of members")],
    peerStorageTB: [2, assumed("edge device with 4 TB, half of it given")],
    uplinkMbps: [
      10,
      "FCC task force: 20 Mbit/s upload is needed for precision agriculture; assumed half of it in fact",
    ],
    peerMonthlyCapTB: [
      0.3,
      assumed("mobile or satellite plan (USDA 2023: 75 % of farms online by mobile data, 25 % by satellite)"),
    ],
    peerCores: [4, assumed("edge device")],
    peerAvailability: [0.85, assumed("rural power and lines")],
    peerLifetimeMonths: [36, assumed("device replaced or member leaves")],
    contributingShare: [0.7, assumed("members share more than strangers")],
    repairThreshold: [47, "29 of 47 at 0.85 stays above four nines"],
    totalPieces: [85, assumed("2.9 times the data")],
    relayShare: [
      0.3,
      "libp2p hole punching succeeds in about 70 % of tries; mobile and satellite lines share addresses",
    ],
    acquisitionCost: [120, assumed("setting up the edge device on a farm")],
    supportPerInstallYear: [15, assumed("a call now and then")],
    maximumParticipation: [0.4, "USDA 2023: 85 % of farms are online, 51 % of these by broadband"],
    peerWatts: [10, assumed("small fanless computer")],
    peerDeviceCost: [80, assumed("half of a 4 TB drive")],
  },
});
