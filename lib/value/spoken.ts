import type { Architecture } from "@/lib/model/architectures";

/** How a sentence speaks of each: at its start, and within. */
export const spoken: Record<Architecture, { subject: string; isPlural: boolean; within: string }> = {
  onPremises: { subject: "Own servers", isPlural: true, within: "own servers" },
  cloud: { subject: "The cloud", isPlural: false, within: "the cloud" },
  hybrid: { subject: "Hybrid", isPlural: false, within: "hybrid" },
  peerToPeer: { subject: "Peer to peer", isPlural: false, within: "peer to peer" },
};

export const verb = (name: Architecture, singular: string, plural: string) =>
  `${spoken[name].subject} ${spoken[name].isPlural ? plural : singular}`;
