/** The ways of running the service, in the order in which ties are ranked. */
export const architectures = ["onPremises", "cloud", "hybrid", "peerToPeer"] as const;
export type Architecture = (typeof architectures)[number];

/** The name of each on screen. */
export const architectureNames: Record<Architecture, string> = {
  onPremises: "Own servers",
  cloud: "Cloud",
  hybrid: "Hybrid",
  peerToPeer: "Peer to peer",
};

/** Every cost belongs to one of these; all architectures carry the same list. */
export const categories = [
  "hardware",
  "facility",
  "energy",
  "bandwidth",
  "software",
  "staff",
  "compliance",
  "participants",
  "coordination",
  "development",
  "transition",
  "contingency",
] as const;
export type Category = (typeof categories)[number];

export const categoryNames: Record<Category, string> = {
  hardware: "Hardware",
  facility: "Facility",
  energy: "Energy",
  bandwidth: "Bandwidth",
  software: "Software",
  staff: "Staff",
  compliance: "Compliance",
  participants: "Participants",
  coordination: "Coordination",
  development: "Development",
  transition: "Transition",
  contingency: "Contingency",
};

/** Three ways of spreading what is bought over time; never added together. */
export const views = ["cash", "straightLine", "financed"] as const;
export type View = (typeof views)[number];

export const viewNames: Record<View, string> = {
  cash: "Cash",
  straightLine: "Straight line",
  financed: "Financed",
};
