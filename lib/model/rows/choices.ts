/** The closed lists of words in rows (infrastructure.md). */

export const registerKindNames = {
  server: "Server",
  storageServer: "Storage server",
  network: "Network",
  facility: "Facility",
};

export type RegisterKind = keyof typeof registerKindNames;
export const registerKinds = Object.keys(registerKindNames) as RegisterKind[];

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
export const billPartNames = {
  compute: "Compute",
  store: "Storage",
  egress: "Egress, in tiers",
  cdn: "CDN",
  manage: "Logs, monitoring and managed extras",
  support: "Support plan",
  backup: "Backup",
};

export type BillPart = keyof typeof billPartNames;
export const billParts = Object.keys(billPartNames) as BillPart[];

/** Where a line of a bill belongs: to a part, to all parts that no other line names, or to nothing that the model works out. */
export const billPlaceNames = {
  ...billPartNames,
  rest: "Everything else of the cloud",
  outside: "Not in this model",
};

export type BillPlace = keyof typeof billPlaceNames;
export const billPlaces = Object.keys(billPlaceNames) as BillPlace[];
