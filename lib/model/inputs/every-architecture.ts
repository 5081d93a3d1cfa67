import { assumption, choice, ownFigure } from "./basis";

// What is asked of each architecture alike; only the default differs.

const staff = { unit: "FTE", format: "number", min: 0, max: 10_000, basis: assumption } as const;
const amount = { unit: "money", format: "money", min: 0, max: 1e9 } as const;
const yearlyAmount = { ...amount, unit: "money/year" } as const;

export const engineering = (fte: number) =>
  ({ ...staff, label: "Software engineers who build and change the service", default: fte }) as const;

export const security = (fte: number) => ({ ...staff, label: "Security engineers", default: fte }) as const;

export const compliance = (perYear: number, label = "Compliance and audit") =>
  ({ ...yearlyAmount, label, default: perYear, basis: assumption }) as const;

export const migration = (once: number) =>
  ({ ...amount, label: "Moving here: one-off", default: once, basis: assumption }) as const;

/** Software that the architecture needs and the others do not. */
export const development = (label: string, once: number) =>
  ({ ...amount, label, default: once, basis: assumption }) as const;

/** Of architectures that need no software of their own. */
export const noDevelopment = { ...amount, label: "Building what it needs, once", default: 0, basis: choice } as const;

export const expectedLoss = {
  ...yearlyAmount,
  label: "Expected yearly loss from breaches and other incidents",
  default: 0,
  basis: ownFigure,
} as const;

export const permitted = {
  label: "Allowed by law and policy",
  unit: "0 or 1",
  format: "yesNo",
  default: 1,
  min: 0,
  max: 1,
  basis: choice,
} as const;
