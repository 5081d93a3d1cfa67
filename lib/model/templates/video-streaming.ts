import { template } from "./declaration";

export const videoStreaming = template("video-streaming", {
  title: "Video streaming",
  what: "A regional broadcaster streams live and on-demand video to 600,000 viewers, 20 hours each a month at 5 Mbit/s, with delivery between viewers as the hybrid.",
  sources:
    "Hours and rate lie between Netflix 2011 and Sandvine 2014, the CDN list price is CloudFront's of 2025, offload is the model's own from concurrency and popularity; the contract price is an assumption and decides the ranking.",
  isNot: "It is not a case from a vendor of peer delivery, and content, rights and players are not priced.",
  figures: {
    users: [600000, "stated assumption: viewers a month of a regional live and on-demand service"],
    storedTB: [600, "stated assumption: 10,000 titles in all qualities, and an archive of live programmes"],
    egressTB: [
      27000,
      "20 hours a viewer and month at 5 Mbit/s; Netflix 2011: about an hour a day; Sandvine 2014: 9 hours for a typical line",
    ],
    coreHours: [250000, "stated assumption: encoding, packaging, interfaces"],
    peakToMean: [4, "stated assumption: evenings and live matches: one viewer in nine at once"],
    catalogueItems: [4000, "stated assumption: channels and titles in demand"],
    popularityExponent: [1, "stated assumption: live programmes draw most viewers"],
    cdnShare: [0.95, "stated assumption: nearly all by CDN"],
    cdnPricePerTB: [
      5,
      "stated assumption: contract at tens of PB a month, a quarter of CloudFront's list price at petabyte scale (20 per TB, 2025)",
    ],
    usersPerSupportAgent: [100000, "stated assumption: self-service support"],
    coveredPosts: [1, "stated assumption: one post day and night"],
    hybridContributingShare: [
      0.5,
      "stated assumption: viewers in browsers and on set-top boxes; telephones on mobile data do not upload",
    ],
    supportPerInstallYear: [0.1, "stated assumption: viewers hardly notice"],
    onPremisesEngineeringFTE: [10, "stated assumption: player, encoding and platform"],
    cloudEngineeringFTE: [10, "stated assumption: the same people"],
    hybridEngineeringFTE: [11.5, "stated assumption: one and a half more for the player"],
    peerToPeerEngineeringFTE: [14, "stated assumption: four more: boxes, placement, rights"],
    onPremisesComplianceAnnual: [100000, "stated assumption: rights and data protection"],
    cloudComplianceAnnual: [100000, "stated assumption: rights and data protection"],
    hybridComplianceAnnual: [130000, "stated assumption: consent of viewers to upload"],
    peerToPeerComplianceAnnual: [200000, "stated assumption: rights holders must accept storage at viewers"],
  },
});
