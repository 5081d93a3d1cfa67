import type { Inputs } from "@/lib/model/inputs";

/** A year without users, data and machines, discount and escalation: own servers and the cloud differ in what a test states only. */
export const plainYear: Partial<Inputs> = {
  horizonMonths: 12,
  discountRate: 0,
  storedTB: 0,
  egressTB: 0,
  coreHours: 0,
  users: 0,
  wageInflation: 0,
  generalInflation: 0,
  hybridPermitted: 0,
  peerToPeerPermitted: 0,
};
