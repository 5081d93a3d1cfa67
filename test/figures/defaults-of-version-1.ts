/** What version 1 had for default where version 2 has another: version-1.csv beside today's table. */
export const defaultsOfVersion1 = {
  serverUtilisation: 0.5,
  serverLoadFactor: 0.7,
  ownFacilityCostPerKW: 10_000,
  engineeringSalary: 171_000,
  securitySalary: 171_000,
  cloudUtilisation: 0.6,
  peerFill: 0.75,
  uplinkMbps: 20,
  peerMonthlyCapTB: 1,
  peerCores: 2,
  peerCommonFailure: 0.00005,
  maximumParticipation: 0.1,
  attributedShare: 1,
};
