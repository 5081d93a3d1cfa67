import { cited } from "./basis";
import { inputGroup } from "./declaration";
import { gridCarbon } from "./facility";

export const participants = inputGroup("participants", "Participants", {
  peerWatts: {
    label: "Extra power of a contributing device",
    unit: "W",
    format: "number",
    dimension: "W/peer",
    default: 8.64,
    min: 0,
    max: 10_000,
    basis: cited("Storj operator's ledger: 8.6 W a disk", { source: "Storj operator's ledger" }),
  },
  attributedShare: {
    label: "Share of that power due to contributing",
    unit: "share",
    format: "percent",
    default: 0.5,
    min: 0,
    max: 1,
    basis: cited("between counting only what peers add (Valancius 2009) and all (Feldmann 2010)", {
      source: "Valancius; Feldmann",
      asOf: "2009/2010",
    }),
  },
  homeElectricityPrice: {
    label: "Household electricity",
    unit: "money/kWh",
    format: "money",
    default: 0.187,
    min: 0,
    max: 10,
    basis: cited("EIA, US residential, April 2026", { source: "EIA", asOf: "2026-04" }),
  },
  homeGridCarbonPerKWh: {
    label: "Carbon of household electricity",
    ...gridCarbon,
  },
  homeBandwidthPerTB: {
    label: "Bandwidth a participant pays for",
    unit: "money/TB",
    format: "money",
    default: 0,
    min: 0,
    max: 10_000,
    basis: cited("flat rates are usual"),
  },
  peerDeviceCost: {
    label: "Wear: device cost attributed",
    unit: "money/peer",
    format: "money",
    default: 12,
    min: 0,
    max: 100_000,
    basis: cited("0.5 TB of a 22.5/TB disk"),
  },
  peerDeviceLifeMonths: {
    label: "Life of that device",
    unit: "month",
    format: "number",
    default: 60,
    min: 6,
    max: 240,
    basis: cited("5 years"),
  },
});
