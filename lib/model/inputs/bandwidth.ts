import { inputGroup } from "./declaration";

export const bandwidth = inputGroup("bandwidth", "Bandwidth", {
  egressPricePerTB: {
    label: "Bandwidth bought by volume",
    unit: "money/TB",
    default: 8,
    min: 0,
    max: 10_000,
    low: 6.15385,
    high: 10.4,
    basis: "transit at 1 per Mbit/s and month, used at peak to mean 2.5",
  },
  cdnShare: {
    label: "Delivery that goes through a CDN",
    unit: "share",
    default: 0.8,
    min: 0,
    max: 1,
    low: 0.4,
    high: 1,
    basis: "assumption",
  },
  cdnPricePerTB: {
    label: "CDN",
    unit: "money/TB",
    default: 20,
    min: 0,
    max: 10_000,
    low: 15.3846,
    high: 26,
    basis: "volume list prices 5-40",
  },
  transitPricePerMbps: {
    label: "Bandwidth bought by peak rate",
    unit: "money/(Mbit/s)/month",
    default: 0,
    min: 0,
    max: 10_000,
    basis: "choice",
  },
});
