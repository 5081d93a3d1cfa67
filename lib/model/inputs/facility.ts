import { choice, cited } from "./basis";
import { inputGroup } from "./declaration";

/** Of electricity from the grid, wherever it is used. */
export const gridCarbon = {
  unit: "kg/kWh",
  format: "number",
  default: 0.4,
  min: 0,
  max: 2,
  basis: cited("US grid about 0.4"),
} as const;

export const facility = inputGroup("facility", "Facility and energy", {
  pue: {
    label: "Power usage effectiveness",
    unit: "ratio",
    format: "number",
    default: 1.54,
    min: 1,
    max: 5,
    basis: cited("Uptime Institute survey 2025", { source: "Uptime Institute survey 2025", asOf: "2025" }),
  },
  electricityPrice: {
    label: "Electricity",
    unit: "money/kWh",
    format: "money",
    default: 0.146,
    min: 0,
    max: 10,
    basis: cited("EIA, US commercial, April 2026", { source: "EIA", asOf: "2026-04" }),
  },
  gridCarbonPerKWh: {
    label: "Carbon of that electricity",
    ...gridCarbon,
  },
  coloPerKWMonth: {
    label: "Colocation",
    unit: "money/kW/month",
    format: "money",
    default: 194.95,
    min: 0,
    max: 100_000,
    basis: cited("CBRE North America, end 2025", { source: "CBRE", asOf: "2025" }),
  },
  ownFacilityKW: {
    label: "Own facility: critical load",
    unit: "kW",
    format: "number",
    default: 0,
    min: 0,
    max: 1_000_000,
    basis: choice,
  },
  ownFacilityCostPerKW: {
    label: "Own facility: building it",
    unit: "money/kW",
    format: "money",
    default: 11_700,
    min: 0,
    max: 1_000_000,
    basis: cited("Cushman & Wakefield 2025, average of 19 US markets", { source: "Cushman & Wakefield", asOf: "2025" }),
  },
  ownFacilityLifeMonths: {
    label: "Own facility: life",
    unit: "month",
    format: "count",
    default: 144,
    min: 12,
    max: 600,
    basis: cited("Barroso & Hoelzle 12 years", { source: "Barroso & Hoelzle" }),
  },
  ownFacilityOpexPerKWMonth: {
    label: "Own facility: running it",
    unit: "money/kW/month",
    format: "money",
    default: 40,
    min: 0,
    max: 10_000,
    basis: cited("Barroso & Hoelzle $0.04/W/month", { source: "Barroso & Hoelzle" }),
  },
});
