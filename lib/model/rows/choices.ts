/** The closed lists of words in rows (infrastructure.md). */

export const registerKinds = ["server", "storageServer", "network", "facility"] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** What equipment and people are counted by. */
export const perBases = [
  "fixed",
  "server",
  "storageServer",
  "machine",
  "thousandUsers",
  "storedTB",
  "egressTB",
  "peer",
  "site",
] as const;
export type PerBasis = (typeof perBases)[number];

export const staffBases = [...perBases, "operations"] as const;
export type StaffBasis = (typeof staffBases)[number];

export const equipmentCategories = ["hardware", "facility", "software"] as const;

export const registerKindNames: Record<RegisterKind, string> = {
  server: "Server",
  storageServer: "Storage server",
  network: "Network",
  facility: "Facility",
};

export const basisNames: Record<StaffBasis, string> = {
  fixed: "fixed",
  server: "a server",
  storageServer: "a storage server",
  machine: "a machine",
  thousandUsers: "1,000 users",
  storedTB: "a TB stored",
  egressTB: "a TB delivered",
  peer: "a peer",
  site: "a site",
  operations: "an operations FTE",
};

/** What the month's bill of a cloud provider is made of, as section 5 works it out. */
export const billParts = ["compute", "store", "egress", "cdn", "manage", "support", "backup"] as const;
export type BillPart = (typeof billParts)[number];

export const billPartNames: Record<BillPart, string> = {
  compute: "Compute",
  store: "Storage",
  egress: "Egress, in tiers",
  cdn: "CDN",
  manage: "Logs, monitoring and managed extras",
  support: "Support plan",
  backup: "Backup",
};

/** Where a line of a bill belongs: to a part, to all parts that no other line names, or to nothing that the model works out. */
export const billPlaces = [...billParts, "rest", "outside"] as const;
export type BillPlace = (typeof billPlaces)[number];

export const billPlaceNames: Record<BillPlace, string> = {
  ...billPartNames,
  rest: "Everything else of the cloud",
  outside: "Not in this model",
};
