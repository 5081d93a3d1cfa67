/** How strongly the members of a driver move together: the correlation of each with it. */
export const driverStrengths = { none: 0, some: 0.6, strong: 0.9 } as const;
export type DriverStrength = keyof typeof driverStrengths;

/** A common cause that makes inputs move together (uncertainty.md section 16). Which inputs belong to it stands with their ranges. */
interface Driver {
  readonly label: string;
  /** Unless the user chose another. */
  readonly strength: DriverStrength;
  readonly why: string;
}

export const drivers = {
  "price-level": {
    label: "How fast prices rise",
    strength: "some",
    why: "general, pay, power and rent inflation share the same money and the same shocks (2021-22 moved all four), and machines and cloud lists rose together in 2026; colocation and machines also went their own way (2009-2021), so not strong",
  },
  pay: {
    label: "Pay level of the place and employer",
    strength: "strong",
    why: "the four salaries are paid in one place by one employer: BLS percentiles of administrators, developers and security analysts stand at nearly the same ratios to their medians (0.6 and 1.6)",
  },
  "engineering-effort": {
    label: "How complex the service is to build and change",
    strength: "strong",
    why: "the same service is built four times on paper, so most of what is unknown is common to all four and cancels in the comparison; strong leaves peer to peer at 1.05 to 2.3 times the engineers of own servers (10-90 %) and below them in 8 trials of 100, cloud at 0.7 to 1.4 times; with some it would be below in 21, with none in 27, although peer to peer adds work, and the verdict would look less certain than it is; hybrid still falls below own servers in 20 of 100, the limit of one common factor",
  },
  regulation: {
    label: "How exposed and how regulated the service is",
    strength: "strong",
    why: "security posts and audit costs follow the sensitivity of the data and the market, alike in all four architectures",
  },
  "development-cost": {
    label: "How well the organisation estimates one-off work",
    strength: "some",
    why: "optimism is a habit of the house (Molokken & Jorgensen 2003; McKinsey 2021), but the pieces of work differ",
  },
  "demand-size": {
    label: "Size of today's demand",
    strength: "some",
    why: "users explain part of storage, traffic and compute; how much each takes is known separately",
  },
  "demand-growth": {
    label: "Growth of demand",
    strength: "strong",
    why: "growth of users carries traffic, storage and compute with it",
  },
  utilisation: {
    label: "How evenly and tightly machines are loaded",
    strength: "some",
    why: "the same load and the same people decide how full own and rented cores run; low utilisation and high peaks go together (Armbrust et al. 2009); elasticity keeps the two apart, so not strong",
  },
  "hardware-prices": {
    label: "Price level of machines",
    strength: "some",
    why: "one buyer's discount and the same memory and disk market (2026) stand behind servers, storage servers and home drives; configuration keeps them apart",
  },
  "bandwidth-prices": {
    label: "Price level of bandwidth",
    strength: "some",
    why: "a remote or small buyer pays more for transit, CDN and relays alike (TeleGeography); CDN contracts also depend on bargaining",
  },
  "cloud-prices": {
    label: "Price level of the provider and region",
    strength: "strong",
    why: "one price list: across AWS regions (August 2024) logarithms of egress tiers correlate by 0.73-0.94, compute with egress by 0.56-0.63",
  },
  energy: {
    label: "Electricity price of the place",
    strength: "strong",
    why: "across US states (EIA 2023) logarithms of commercial and residential price correlate by 0.93",
  },
  "grid-carbon": {
    label: "Carbon of the grid",
    strength: "strong",
    why: "servers and homes mostly hang on the same country's grid",
  },
  "peer-reliability": {
    label: "How reliable participants are",
    strength: "some",
    why: "people who stay are also online and finish transfers; unreliable ones need more copies, more retries and more checking",
  },
  participation: {
    label: "How willing users are to take part",
    strength: "some",
    why: "a service that people like wins installs cheaply and gets more of their line and processor; one that must push pays for each",
  },
} as const satisfies Record<string, Driver>;

export type DriverKey = keyof typeof drivers;

export const driverKeys = Object.keys(drivers) as DriverKey[];
