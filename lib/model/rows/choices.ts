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
