import { assumed } from "../inputs/basis";
import { template } from "./declaration";

export const gamePatches = template("game-patches", {
  title: "Game patches and matches",
  what: "An eSports studio with two million players a month delivers installs, a patch every two weeks and matches of ten players on its own tick-rate servers.",
  sources:
    "Bytes a player come from Riot Games (installs, patches, matches), concurrency from Counter-Strike in September 2023, games a core from Riot 2020, offload and upload consent from Akamai NetSession; staff and contract prices are assumptions.",
  isNot:
    "It is not a study of latency or cheating: regions near the players, and the harm of matches hosted by players, are not priced beyond a second checking machine and security staff.",
  figures: {
    users: [2000000, assumed("a mid-size free-to-play eSports title, players a month")],
    storedTB: [40, assumed("builds, patches of the past two years, replays")],
    egressTB: [
      4300,
      "Riot Games Oceania FAQ: a 6 GB install, patches of 0.25-0.5 GB about every two weeks, 16 MB a match; here 0.5 GB a patch, one player in ten installing, 30 matches a month",
    ],
    coreHours: [
      2400000,
      "Counter-Strike, September 2023 (SteamCharts; 31.6 million players): mean concurrent players are 3.1 % of a month's players; 70 % in matches of ten; Riot 2020: 2.34 ms of each 7.8 ms frame, so about three 128-tick matches a core and 1.5 a thread; 15 % for other services",
    ],
    peakToMean: [8, assumed("most of a fortnightly patch goes out within two days")],
    bitrateMbps: [30, assumed("a home line while it takes a patch")],
    catalogueItems: [50, assumed("platforms, languages and the few versions in use")],
    cdnShare: [0.78, "share of patches and installs in the bytes above; matches go direct"],
    cdnPricePerTB: [10, assumed("a contract at half of CloudFront's list price at petabyte scale (20 per TB, 2025)")],
    useMeasuredOffload: [1, "downloads are measured, not streamed: see the next line"],
    measuredOffload: [
      0.55,
      "Akamai NetSession (2013): 70-80 % of bytes from peers; 70 % of the 78 % that are patches and installs",
    ],
    usersPerSupportAgent: [200000, assumed("a free game with self-service support")],
    coveredPosts: [1, assumed("one post day and night for live operation")],
    onPremisesEngineeringFTE: [6, assumed("platform and game-server engineers")],
    cloudEngineeringFTE: [6, assumed("the same engineers as on own servers")],
    hybridEngineeringFTE: [7, assumed("one more for the peer downloader")],
    peerToPeerEngineeringFTE: [9, assumed("three more: downloader, player-hosted matches, anti-cheat")],
    onPremisesSecurityFTE: [1.5, assumed("anti-cheat and platform security")],
    cloudSecurityFTE: [1.5, assumed("as on own servers")],
    hybridSecurityFTE: [2, assumed("signed patches from strangers")],
    peerToPeerSecurityFTE: [3, assumed("matches run on machines of players")],
    computeQuorum: [2, assumed("a second machine checks every player-hosted match")],
    minimumCoordinators: [20, assumed("login, shop and matchmaking stay on servers of the studio")],
    coordinatorPerMonth: [700, assumed("a rented machine of the size of a server")],
    storageReward: [0, "players are not paid (Blizzard and League of Legends downloaders were not)"],
    egressReward: [0, "players are not paid"],
    repairReward: [0, "players are not paid"],
    computeReward: [0, "players are not paid"],
    acquisitionCost: [0.5, assumed("comes with the game; the cost is an opt-in screen")],
    supportPerInstallYear: [0.1, assumed("a few complaints about upload use")],
    relayShare: [
      0.05,
      assumed("a patch can wait for a reachable peer; only matches (22 % of bytes) need relays (NAT studies: 8-30 %)"),
    ],
    maximumParticipation: [
      0.3,
      "Akamai NetSession: about 31 % of peers allow upload (figure recalled, paper body not re-read)",
    ],
  },
});
