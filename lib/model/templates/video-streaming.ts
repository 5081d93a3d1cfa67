import { assumed } from "../inputs/basis";
import { template } from "./declaration";

export const videoStreaming = template("video-streaming", {
  title: "Video streaming",
  what: "A regional broadcaster streams live and on-demand video to 600,000 viewers, 20 hours each a month at 5 Mbit/s, with delivery between viewers as the hybrid.",
  sources:
    "Hours and rate lie between Netflix 2011 and Sandvine 2014, the CDN list price is CloudFront's of 2025, offload is the model's own from concurrency and popularity; the contract price is an assumption and decides the ranking.",
  isNot: "It is not a case from a vendor of peer delivery, and content, rights and players are not priced.",
  figures: {
    users: [600000, assumed("viewers a month of a regional live and on-demand service")],
    storedTB: [600, assumed("10,000 titles in all qualities, and an archive of live programmes")],
    egressTB: [
      27000,
      "20 hours a viewer and month at 5 Mbit/s; Netflix 2011: about an hour a day; Sandvine 2014: 9 hours for a typical line",
    ],
    coreHours: [250000, assumed("encoding, packaging, interfaces")],
    peakToMean: [4, assumed("evenings and live matches: one viewer in nine at once")],
    catalogueItems: [4000, assumed("channels and titles in demand")],
    popularityExponent: [1, assumed("live programmes draw most viewers")],
    cdnShare: [0.95, assumed("nearly all by CDN")],
    cdnPricePerTB: [
      5,
      assumed(
        "contract at tens of PB a month, a quarter of CloudFront's list price at petabyte scale (20 per TB, 2025)",
      ),
    ],
    usersPerSupportAgent: [100000, assumed("self-service support")],
    coveredPosts: [1, assumed("one post day and night")],
    hybridContributingShare: [
      0.5,
      assumed("viewers in browsers and on set-top boxes; telephones on mobile data do not upload"),
    ],
    supportPerInstallYear: [0.1, assumed("viewers hardly notice")],
    onPremisesEngineeringFTE: [10, assumed("player, encoding and platform")],
    cloudEngineeringFTE: [10, assumed("the same people")],
    hybridEngineeringFTE: [11.5, assumed("one and a half more for the player")],
    peerToPeerEngineeringFTE: [14, assumed("four more: boxes, placement, rights")],
    onPremisesComplianceAnnual: [100000, assumed("rights and data protection")],
    cloudComplianceAnnual: [100000, assumed("rights and data protection")],
    hybridComplianceAnnual: [130000, assumed("consent of viewers to upload")],
    peerToPeerComplianceAnnual: [200000, assumed("rights holders must accept storage at viewers")],
  },
});
