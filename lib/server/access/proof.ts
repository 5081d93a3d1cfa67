import "server-only";

/**
 * What a proof of access is made of. The protected member makes its type one of its own: nothing that is written by hand, put together from
 * two proofs or spread into a copy fits it, whatever its fields are. Only lib/server/access makes one, and nothing changes it afterwards.
 */
export abstract class Proof {
  declare protected readonly isProof: true;
}

/** The proof, closed: each constructor ends with it. */
export function sealProof(proof: Proof): void {
  Object.freeze(proof);
}
